import type { ReactNode } from 'react'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import type { Form } from '../../../features/forms/use-form'
import { CORRECTING } from '../../../text/league'
import { FormEnd } from './form-end'
import { ReasonField } from './reason-field'
import { StrikeEntry } from './strike-entry'

interface EntryFormProps<Field extends string> {
  form: Form<Field | 'reason'>
  /** Whether it stands in the place of a wrong entry. */
  correcting: boolean
  children: ReactNode
  onStrike: (reason: string) => void
}

/** A new entry, or a right one in the place of a wrong one, or nothing in its place. */
export function EntryForm<Field extends string>({ form, correcting, children, onStrike }: EntryFormProps<Field>) {
  const { reason } = form.draft
  return (
    <>
      {correcting && <Words as="body">{CORRECTING}</Words>}
      <Card>
        {correcting && (
          <ReasonField value={reason} error={form.errors.reason} onChange={(typed) => form.change('reason', typed)} />
        )}
        {children}
      </Card>
      <FormEnd problem={form.problem} busy={form.busy} onSubmit={form.submit}>
        {correcting ? '更正' : '登记'}
      </FormEnd>
      {correcting && (
        <StrikeEntry
          reason={reason}
          busy={form.busy}
          onUnexplained={(words) => form.complain('reason', words)}
          onStrike={() => onStrike(reason)}
        />
      )}
    </>
  )
}
