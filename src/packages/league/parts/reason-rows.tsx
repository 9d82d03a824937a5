import { ACCESS_REASONS, type AccessReason } from '#domain/access/reasons'
import { Row } from '../../../components/row/row'
import { Words } from '../../../components/words/words'
import { WHY_ASKED } from '../../../text/league'
import { ACCESS_REASON_NAMES } from '../../../text/names'

/** Why a minor's row is opened: one of a short list, which the minor reads. */
export function ReasonRows({ onChoose }: { onChoose: (reason: AccessReason) => void }) {
  return (
    <>
      <Words as="body">{WHY_ASKED}</Words>
      {ACCESS_REASONS.map((reason) => (
        <Row key={reason} title={ACCESS_REASON_NAMES[reason]} onTap={() => onChoose(reason)} />
      ))}
    </>
  )
}
