import { useId } from 'react'
import { classes } from '../classes'
import type { ChoiceProps } from './props'
import styles from './choice.module.scss'

/** One answer, on the web: the browser's own radio button lies over the chip, so arrows, Tab and focus are its own. */
export function Choice({ group, value, text, note, chosen, onChoose }: ChoiceProps) {
  const noteId = useId()
  return (
    <label className={classes(styles.choice, chosen && styles.chosen)}>
      <input
        className={classes(styles.radio)}
        type="radio"
        name={group}
        value={value}
        checked={chosen}
        aria-label={text}
        aria-describedby={note === undefined ? undefined : noteId}
        onChange={() => onChoose(value)}
      />
      <span className={classes(styles.text)} aria-hidden>
        {text}
      </span>
      {note !== undefined && (
        <span className={classes(styles.note)} id={noteId} aria-hidden>
          {note}
        </span>
      )}
    </label>
  )
}
