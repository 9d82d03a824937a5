import type { MiniProgram } from '../mini-program'
import type { Navigation } from '../pages/navigator'
import { isControl } from '../screen/find'
import { closest, flatten, type ScreenNode } from '../screen/node'
import type { Screen } from '../screen/screen'
import { Words } from '../screen/words'
import { asText, isBag, messageOf, plain, stackOf, truthy, type Bag } from '../util'
import type { DispatchOptions } from '../view/view'
import { PIXEL } from '../wx/canvas'

const HAS_DEFAULT = new Set(['wx-label', 'wx-checkbox', 'wx-radio', 'wx-switch', 'wx-button', 'wx-navigator'])
const TOUCH: DispatchOptions = { bubbles: true, touch: true }

const NAVIGATIONS: Record<string, Navigation> = {
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

/** What a finger does to an element: touch events, and then what the element does by itself. */
export class Press {
  constructor(
    private readonly app: MiniProgram,
    private readonly screen: Screen,
  ) {}

  /** Sends an event to the element (or the nearest around it that is a component). */
  send(target: ScreenNode, name: string, detail: Bag, options: DispatchOptions = {}): void {
    const { journal, activity, view } = this.app
    let at: ScreenNode | undefined = target
    while (at && !at.node) at = at.parent
    if (!at?.node) return
    const start = performance.now()
    const scriptBefore = journal.scriptMs
    const viewBefore = journal.viewMs
    activity.touch()
    try {
      view.dispatch(at.node, name, detail, options)
    } catch (error) {
      journal.error('harness', `dispatch ${name}: ${messageOf(error)}`, this.app.route, stackOf(error))
    }
    const own = performance.now() - start - (journal.scriptMs - scriptBefore) - (journal.viewMs - viewBefore)
    journal.viewMs += Math.max(0, own)
  }

  /** The control around the element that is disabled, if it is. */
  disabledAround(target: ScreenNode): ScreenNode | undefined {
    for (let at: ScreenNode | undefined = target; at; at = at.parent) {
      if (isControl(at)) return truthy(at.attrs.disabled) ? at : undefined
    }
    return undefined
  }

  async press(target: ScreenNode): Promise<void> {
    let acting: ScreenNode | undefined = target
    while (acting && !HAS_DEFAULT.has(acting.tag)) acting = acting.parent
    this.app.tappedAt = Date.now()
    for (const name of ['touchstart', 'touchend', 'tap']) this.send(target, name, { x: 10, y: 10 }, TOUCH)
    if (acting) await this.act(acting)
  }

  private async act(target: ScreenNode): Promise<void> {
    const { values } = this.screen
    switch (target.tag) {
      case 'wx-label':
        return this.label(target)
      case 'wx-checkbox': {
        values.set(target, 'checked', !values.isChecked(target))
        const group = closest(target, 'wx-checkbox-group')
        if (group) this.send(group, 'change', { value: values.of(group) })
        return
      }
      case 'wx-radio':
        this.radio(target)
        return
      case 'wx-switch': {
        const value = !values.isChecked(target)
        values.set(target, 'checked', value)
        this.send(target, 'change', { value })
        return
      }
      case 'wx-navigator':
        return this.navigate(target)
      case 'wx-button':
        this.button(target)
    }
  }

  private async label(label: ScreenNode): Promise<void> {
    const target = asText(label.attrs.for)
    const look = this.screen.look()
    const among =
      target && look
        ? flatten(look.root).filter((node) => node.attrs.id === target || node.element.id === target)
        : flatten(label)
    const control = among.find((node) => ['wx-checkbox', 'wx-radio', 'wx-switch', 'wx-button'].includes(node.tag))
    if (control && !truthy(control.attrs.disabled)) await this.act(control)
  }

  private radio(target: ScreenNode): void {
    const { values } = this.screen
    if (values.isChecked(target)) return
    const group = closest(target, 'wx-radio-group')
    const radios = group ? flatten(group).filter((node) => node.tag === 'wx-radio') : [target]
    for (const radio of radios) values.set(radio, 'checked', radio.node === target.node)
    if (group) this.send(group, 'change', { value: target.attrs.value })
  }

  private async navigate({ attrs }: ScreenNode): Promise<void> {
    const kind = NAVIGATIONS[asText(attrs['open-type'])] ?? 'navigateTo'
    try {
      await this.app.navigator.go(kind, { url: attrs.url, delta: attrs.delta })
    } catch (error) {
      this.app.journal.error('navigator', messageOf(error), this.app.route)
    }
  }

  private button(button: ScreenNode): void {
    const { values } = this.screen
    const form = closest(button, 'wx-form')
    const formType = button.attrs['form-type']
    if (form && formType === 'submit') this.send(form, 'submit', { value: values.collect(form), formId: '' })
    if (form && formType === 'reset') {
      for (const node of flatten(form)) {
        if (['wx-input', 'wx-textarea', 'wx-picker', 'wx-slider'].includes(node.tag)) values.set(node, 'value', '')
        if (['wx-checkbox', 'wx-radio', 'wx-switch'].includes(node.tag)) values.set(node, 'checked', false)
      }
      this.send(form, 'reset', {})
    }
    this.openType(button, asText(button.attrs['open-type']))
  }

  private openType(button: ScreenNode, type: string): void {
    const { handset } = this.app
    const take = (): unknown => handset.answers.take(type)
    switch (type) {
      case 'getPhoneNumber':
      case 'getRealtimePhoneNumber': {
        const answer = take()
        const refused = answer === 'deny' || answer === 'cancel'
        const detail = refused
          ? { errMsg: `${type}:fail user deny` }
          : { errMsg: `${type}:ok`, code: asText(answer) || 'demo-phone-code', encryptedData: '', iv: '' }
        this.send(button, type.toLowerCase(), detail)
        break
      }
      case 'chooseAvatar': {
        const answer = take()
        if (answer === 'cancel') break
        const picture = isBag(answer) && Buffer.isBuffer(answer.buffer) ? answer.buffer : PIXEL
        this.send(button, 'chooseavatar', { avatarUrl: handset.files.temporary(picture, '.png') })
        break
      }
      case 'agreePrivacyAuthorization':
        handset.privacyAgreed = true
        this.send(button, 'agreeprivacyauthorization', {})
        break
      case 'openSetting':
        this.send(button, 'opensetting', { authSetting: handset.authSetting })
        break
      case 'share':
        this.share('button', button)
    }
  }

  /** Asks the page what it would share. */
  share(from: 'menu' | 'button', button?: ScreenNode): Record<string, unknown> {
    const { navigator, journal } = this.app
    const target = button && { id: button.element.id, dataset: plain(button.node?.dataset) }
    const answer = navigator.life(navigator.top, 'onShareAppMessage', { from, target })
    const shared = { ...(plain(answer ?? {}) as Bag), from, page: this.app.route }
    journal.shares.push(shared)
    return shared
  }

  /** What a disabled control is called, for messages. */
  nameOf(node: ScreenNode): string {
    return new Words(this.screen.values).tight(node)
  }
}
