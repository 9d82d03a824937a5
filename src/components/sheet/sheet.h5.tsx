import { View } from '@tarojs/components'
import { useLayoutEffect, useRef } from 'react'
import { classes } from '../classes'
import type { SheetProps } from './props'
import { SheetBody } from './sheet-body'
import styles from './sheet.module.scss'
import web from './dialog.module.scss'

interface WebDialog {
  /** Missing in browsers before 2022: there the sheet lies over the screen, and the focus is free. */
  showModal?(): void
  setAttribute(name: string, value: string): void
  close?(): void
}

/** The same on the web. What it holds exists only while it is open. */
export function Sheet({ open, ...sheet }: SheetProps) {
  return open ? <OpenSheet {...sheet} /> : null
}

/** The browser's own dialog: it keeps the focus, Escape closes it, and afterwards the focus is where it was. */
function OpenSheet({ title, onClose, children }: Omit<SheetProps, 'open'>) {
  const place = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = place.current as WebDialog | null
    if (dialog?.showModal) dialog.showModal()
    else dialog?.setAttribute('open', '')
    // Before it leaves the document: one that is only removed gives the focus back to nobody.
    return () => dialog?.close?.()
  }, [])
  return (
    <dialog
      ref={place}
      className={classes(web.window)}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Its ground belongs to it: a tap beside what it holds.
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <View className={classes(styles.sheet)}>
        <SheetBody title={title} onClose={onClose}>
          {children}
        </SheetBody>
      </View>
    </dialog>
  )
}
