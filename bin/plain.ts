// Makes text of others safe to show: a draft may hold what a terminal obeys.

/** Control and format characters, line breaks apart, become the replacement character. */
export function plainForTerminal(text: string): string {
  return text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, '\uFFFD')
}
