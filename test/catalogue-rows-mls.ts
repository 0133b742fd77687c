// Every row of the table of MLS checks with the level of what covers it: row, level in 2023-03-08, level in 2023-03-17.

export const mlsRowLevels = `
GI-01 PROFILE STEP
PL-03 PROFILE STEP
PL-10 PROFILE STEP
PL-11 PROFILE STEP
`
  .trim()
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' '))
