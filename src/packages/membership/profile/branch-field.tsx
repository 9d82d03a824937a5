import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrganisationRow } from '#contract/organisation'
import { ChoiceField } from '../../../components/choice-field/choice-field'
import { OrganisationPicker } from '../../../features/organisations/organisation-picker'

interface BranchFieldProps {
  rows: readonly OrganisationRow[]
  /** The chosen branch's name; null before one is chosen. */
  value: string | null
  error: string | undefined
  onChoose: (code: string) => void
}

/** The branch one belongs to, chosen from the district's tree. */
export function BranchField({ rows, value, error, onChoose }: BranchFieldProps) {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <ChoiceField
        name="organisation"
        label="所在的团支部"
        hint="由团支书确认"
        placeholder="选择团支部"
        value={value}
        error={error}
        onOpen={() => setOpen(true)}
      />
      <OrganisationPicker
        open={open}
        rows={rows}
        onClose={() => setOpen(false)}
        onChoose={(code) => {
          onChoose(code)
          setOpen(false)
        }}
      />
    </View>
  )
}
