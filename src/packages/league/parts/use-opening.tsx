import { useState, type ReactNode } from 'react'
import { Sheet } from '../../../components/sheet/sheet'
import { go, type Link } from '../../../platform/navigation'
import type { About } from '../../../routes'
import { ReasonRows } from './reason-rows'

interface Wanted {
  readonly person: string
  readonly to: (about: About) => Link
}

/** Opens somebody's row; a minor's only once it is said why. `sheet` belongs onto the screen. */
export function useOpening(): {
  readonly open: (row: { readonly person: string; readonly needsReason: boolean }, to: Wanted['to']) => void
  readonly sheet: ReactNode
} {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  return {
    open({ person, needsReason }, to) {
      if (needsReason) setWanted({ person, to })
      else go(to({ person }))
    },
    sheet: (
      <Sheet open={wanted !== null} title="为什么打开" onClose={() => setWanted(null)}>
        {wanted && (
          <ReasonRows
            onChoose={(reason) => {
              setWanted(null)
              go(wanted.to({ person: wanted.person, reason }))
            }}
          />
        )}
      </Sheet>
    ),
  }
}
