import styles from './dialogs.module.scss'

interface WebElement {
  className: string
  textContent: string
  id: string
  append(...children: readonly WebElement[]): void
  setAttribute(name: string, value: string): void
  addEventListener(event: string, act: () => void): void
  remove(): void
}
interface WebDialog extends WebElement {
  readonly returnValue: string
  /** Missing in browsers before 2022. */
  showModal?(): void
  close(value?: string): void
}
declare const document: {
  readonly body: WebElement
  createElement(name: 'dialog'): WebDialog
  createElement(name: 'button' | 'div'): WebElement
}
declare const window: {
  confirm(words: string): boolean
  addEventListener(event: string, act: () => void): void
  removeEventListener(event: string, act: () => void): void
}

interface Question {
  readonly title: string
  readonly content: string
  readonly yes: string
  readonly no: string
}

const WORDS_ID = 'dialog-words'

/**
 * Asks yes or no; closing it is a no. The browser's own dialog: it keeps the focus, Escape closes it, and afterwards the focus is
 * where it was. Taro's is made of what no keyboard reaches, in colours of its own.
 */
export function confirm(question: Question): Promise<boolean> {
  const dialog = document.createElement('dialog')
  if (!dialog.showModal) return Promise.resolve(window.confirm(`${question.title}\n\n${question.content}`))
  dialog.className = styles.dialog ?? ''
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-label', question.title)
  dialog.setAttribute('aria-describedby', WORDS_ID)
  const words = line(styles.words, question.content)
  words.id = WORDS_ID
  const answers = line(styles.answers, '')
  // The first one has the focus: what can't be undone isn't answered by a careless Enter.
  answers.append(answer(question.no, styles.no, () => dialog.close()))
  answers.append(answer(question.yes, styles.yes, () => dialog.close('yes')))
  dialog.append(line(styles.title, question.title), words, answers)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    // The browser's way back leaves the screen that asked.
    const leave = () => dialog.close()
    window.addEventListener('popstate', leave)
    dialog.addEventListener('close', () => {
      window.removeEventListener('popstate', leave)
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
  })
}

function line(className: string | undefined, words: string): WebElement {
  const element = document.createElement('div')
  element.className = className ?? ''
  element.textContent = words
  return element
}

function answer(words: string, className: string | undefined, act: () => void): WebElement {
  const button = document.createElement('button')
  button.setAttribute('type', 'button')
  button.className = `tap ${className ?? ''}`
  button.textContent = words
  button.addEventListener('click', act)
  return button
}

const SHOWN_MS = 2000
let place: WebElement | undefined
let going: ReturnType<typeof setTimeout> | undefined

/** A short word that goes by itself, said aloud too. Nothing that must be read stands only here. */
export function toast(title: string): void {
  const status = (place ??= statusPlace())
  if (going !== undefined) clearTimeout(going)
  // A screen reader says what changes in a place that it knows already.
  going = setTimeout(() => {
    status.textContent = title
    going = setTimeout(() => (status.textContent = ''), SHOWN_MS)
  }, 0)
}

function statusPlace(): WebElement {
  const element = line(styles.toast, '')
  element.setAttribute('role', 'status')
  document.body.append(element)
  return element
}
