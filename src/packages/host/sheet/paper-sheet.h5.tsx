import { Button } from '../../../components/button/button'
import { classes } from '../../../components/classes'
import { Words } from '../../../components/words/words'
import { print } from '../../../platform/print.h5'
import styles from './paper-sheet.module.scss'
import type { PaperSheetProps } from './props'

/** As many lines as two pages of A4 hold. */
const LINES = Array.from({ length: 60 }, (_, index) => index + 1)

const COLUMNS = ['序号', '姓氏', '签到', '签退']

/** The sheet as it is printed. Only the sheet comes to paper, black on white also where the screen is dark. */
export function PaperSheet({ title, over, when, where }: PaperSheetProps) {
  return (
    <>
      <Words as="body">打印两页，共 60 行。表上不印报名的人，来的人自己写姓氏、签名。</Words>
      <Button kind="primary" onTap={print}>
        打印
      </Button>
      <section className={classes(styles.paper)} aria-label="签到表">
        <h2 className={classes(styles.title)}>{title}</h2>
        <p className={classes(styles.line)}>{over}</p>
        <p className={classes(styles.line)}>{`时间：${when}`}</p>
        <p className={classes(styles.line)}>{`地点：${where}`}</p>
        <table className={classes(styles.table)}>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" className={classes(styles.head)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map((line) => (
              <tr key={line}>
                <td className={classes(styles.number)}>{line}</td>
                <td className={classes(styles.cell)} />
                <td className={classes(styles.cell)} />
                <td className={classes(styles.cell)} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
