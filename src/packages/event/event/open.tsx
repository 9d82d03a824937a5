import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Choices } from '../../../components/choices/choices'
import { NextCard } from '../../../components/next-card/next-card'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import type { MainView } from '../../../features/events/event-view'
import { useRegister } from '../../../features/events/use-register'
import { clock } from '../../../platform/state'
import { eventActProblemWords } from '../../../text/event-refusals'

interface OpenProps {
  id: string
  main: Extract<MainView, { kind: 'open' }>
}

/** Registering: as what, where there is a choice, and one button. */
export function Open({ id, main }: OpenProps) {
  const { choices, why, before, since } = main
  const register = useRegister(id)
  const [picked, setPicked] = useState<string | null>(null)
  const chosen = choices.find(({ role }) => role === picked) ?? choices[0]
  if (!chosen) return null
  return (
    <NextCard title={before === null ? '想来吗？' : '还可以再报名'} text={before ?? undefined}>
      {choices.length > 1 ? (
        <Choices
          name="role"
          label="以什么身份来"
          options={choices.map(({ role, name, note }) => ({ value: role, text: name, note }))}
          value={chosen.role}
          onChange={(role) => {
            register.forgive()
            setPicked(role)
          }}
        />
      ) : (
        <Words as="body">{`${chosen.name}：${chosen.note}`}</Words>
      )}
      {why.map((text) => (
        <Words key={text} as="body">
          {text}
        </Words>
      ))}
      <View>{register.problem && <Notice>{eventActProblemWords(register.problem, clock.now())}</Notice>}</View>
      <Button kind="primary" busy={register.busy} onTap={() => void register.run(chosen.role, since)}>
        {chosen.act}
      </Button>
    </NextCard>
  )
}
