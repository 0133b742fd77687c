// The names of the editions this project knows, each the date of the text's last change.

export const editionIds = ['2023-03-08', '2023-03-17'] as const
export type EditionId = (typeof editionIds)[number]
