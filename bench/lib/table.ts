/** One line of the table; figures in milliseconds. */
export interface Line {
  readonly what: string
  /** Requests measured, over all rounds. */
  readonly n?: number
  readonly p50?: number
  readonly p99?: number
  readonly perSecond?: number
  /** What it is compared with, in the same figures. */
  readonly peer50?: number
  readonly peer99?: number
  readonly ratio?: number
  /** The ratio may be this at most; none = shown for information. */
  readonly goal?: number
}

const HEAD = ['what', 'n', 'p50 ms', 'p99 ms', 'req/s', 'peer p50', 'peer p99', 'ratio', 'goal', ''] as const

/** Whether a line keeps its goal; what has none does. */
export function keeps({ ratio, goal }: Line): boolean {
  return ratio === undefined || goal === undefined || ratio <= goal
}

/** Lines as aligned text. */
export function table(lines: readonly Line[]): string {
  const rows = [HEAD as readonly string[], ...lines.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells(line: Line): string[] {
  const figure = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? ''
  return [
    line.what,
    figure(line.n, 0),
    figure(line.p50, 2),
    figure(line.p99, 2),
    figure(line.perSecond, 0),
    figure(line.peer50, 2),
    figure(line.peer99, 2),
    figure(line.ratio, 2),
    line.goal === undefined ? '' : `≤ ${line.goal}`,
    line.goal === undefined ? '' : keeps(line) ? '✓' : '✗',
  ]
}
