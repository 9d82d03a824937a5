import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Choices } from '../../../components/choices/choices'
import { Notice } from '../../../components/notice/notice'
import { TextField } from '../../../components/text-field/text-field'
import type { Problem } from '../../../platform/problem'
import { clock } from '../../../platform/state'
import { deskActProblemWords } from '../../../text/desk-refusals'

interface ReasonFormProps {
  /** What is asked: 为什么划掉. */
  label: string
  ready: readonly string[]
  /** What the button does. */
  children: string
  busy: boolean
  problem: Problem | null
  onSubmit: (reason: string) => void
}

const OTHER = 'other'
/** The contract's limit, in characters. */
const REASON_MAX = 200

/** A reason, picked or typed, and the act that needs one. The person reads it too. */
export function ReasonForm({ label, ready, children, busy, problem, onSubmit }: ReasonFormProps) {
  const [picked, setPicked] = useState('')
  const [typed, setTyped] = useState('')
  const [complaint, setComplaint] = useState<string | undefined>(undefined)
  const submit = () => {
    const reason = picked === OTHER ? typed.trim() : picked
    if (reason === '') {
      setComplaint(picked === OTHER ? '请写下原因。' : '请选一个原因。')
      return
    }
    onSubmit(reason)
  }
  return (
    <>
      <Choices
        name="reason"
        label={label}
        hint="本人也看得到"
        options={[...ready.map((text) => ({ value: text, text })), { value: OTHER, text: '其他，自己写' }]}
        value={picked}
        error={picked === OTHER ? undefined : complaint}
        onChange={(value) => {
          setPicked(value)
          setComplaint(undefined)
        }}
      />
      {picked === OTHER && (
        <TextField
          name="reason-typed"
          label="原因"
          maxLength={REASON_MAX}
          value={typed}
          error={complaint}
          onChange={(value) => {
            setTyped(value)
            setComplaint(undefined)
          }}
        />
      )}
      {problem && <Notice>{deskActProblemWords(problem, clock.now())}</Notice>}
      <Button kind="primary" busy={busy} onTap={submit}>
        {children}
      </Button>
    </>
  )
}
