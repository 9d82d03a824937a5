import ts from 'typescript'

/** An entry of WeChat's privacy guide (用户隐私保护指引), and what of WeChat's is only to be used with it. */
interface Kind {
  readonly name: string
  readonly apis: readonly string[]
  /** Components, as @tarojs/components names them. */
  readonly components?: readonly string[]
  /** Values of attributes that make a component private. */
  readonly attributes?: readonly string[]
}

/**
 * What WeChat counts as private, in its own words and order:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html. A scope that is asked for by
 * wx.authorize counts by its name. Scanning a code (wx.scanCode) and opening a document aren't among them.
 */
export const PRIVATE: readonly Kind[] = [
  {
    name: '昵称、头像',
    apis: ['getUserInfo', 'getUserProfile'],
    attributes: ['chooseAvatar', 'nickname', 'userInfo', 'getUserInfo'],
  },
  {
    name: '位置信息',
    apis: [
      ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground'],
      ...['scope.userLocation', 'scope.userLocationBackground', 'scope.userFuzzyLocation'],
    ],
  },
  { name: '选择的位置信息', apis: ['choosePoi', 'chooseLocation'] },
  { name: '地址', apis: ['chooseAddress'] },
  { name: '发票信息', apis: ['chooseInvoiceTitle', 'chooseInvoice'] },
  { name: '微信运动步数', apis: ['getWeRunData', 'scope.werun'] },
  { name: '手机号', apis: [], attributes: ['getPhoneNumber', 'getRealtimePhoneNumber'] },
  { name: '车牌号', apis: ['chooseLicensePlate'] },
  { name: '选中的照片或视频信息', apis: ['chooseImage', 'chooseMedia', 'chooseVideo'] },
  { name: '选中的文件', apis: ['chooseMessageFile'] },
  {
    name: '麦克风',
    apis: ['startRecord', 'getRecorderManager', 'joinVoIPChat', 'scope.record'],
    components: ['LivePusher'],
  },
  {
    name: '摄像头',
    apis: ['createVKSession', 'createCameraContext', 'scope.camera'],
    components: ['Camera', 'LivePusher', 'VoipRoom'],
  },
  { name: '蓝牙', apis: ['openBluetoothAdapter', 'createBLEPeripheralServer', 'scope.bluetooth'] },
  {
    name: '相册（仅写入）权限',
    apis: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'scope.writePhotosAlbum'],
  },
  { name: '通讯录（仅写入）权限', apis: ['addPhoneContact', 'scope.addPhoneContact'] },
  {
    name: '日历（仅写入）权限',
    apis: ['addPhoneCalendar', 'addPhoneRepeatCalendar', 'scope.addPhoneCalendar'],
  },
  { name: '加速传感器', apis: ['startAccelerometer'] },
  { name: '磁场传感器', apis: ['startCompass'] },
  { name: '方向传感器', apis: ['startDeviceMotionListening'] },
  { name: '陀螺仪传感器', apis: ['startGyroscope'] },
  { name: '剪切板', apis: ['setClipboardData', 'getClipboardData'] },
]

/** The attributes whose values do: of Button and Input. */
const MAKES_PRIVATE: readonly string[] = ['openType', 'type']

/** The question that has to come before a private API: src/platform/privacy.ts. */
const QUESTION = 'mayUsePrivate'

/** A file of the app with its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Something private that the app uses. */
export interface Use {
  readonly kind: string
  /** setClipboardData, <Camera>, open-type=chooseAvatar. */
  readonly what: string
  readonly path: string
  readonly line: number
  /** Whether the person was asked on the way to it; what a component does, WeChat asks by itself. */
  readonly asked: boolean
}

/** Every use of something private, in the order of the guide's entries. Comments and types don't count, other strings do. */
export function privateUses(sources: readonly Source[]): readonly Use[] {
  const uses = sources.flatMap(usesIn)
  return PRIVATE.flatMap(({ name }) => uses.filter(({ kind }) => kind === name))
}

function usesIn({ path, text }: Source): readonly Use[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const uses: Use[] = []
  const add = (kinds: readonly Kind[], what: string, node: ts.Node, asked: boolean): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    for (const { name } of kinds) uses.push({ kind: name, what, path, line, asked })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (ts.isImportSpecifier(node)) {
      const name = (node.propertyName ?? node.name).text
      const kinds = PRIVATE.filter(({ components }) => components?.includes(name))
      add(kinds, `<${name}>`, node, true)
    }
    if (ts.isJsxAttribute(node) && MAKES_PRIVATE.includes(node.name.getText(file))) {
      const value = node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : ''
      const kinds = PRIVATE.filter(({ attributes }) => attributes?.includes(value))
      add(kinds, `${node.name.getText(file)}=${value}`, node, true)
      if (value !== '') return
    }
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) {
      const { text: name } = node
      const kinds = PRIVATE.filter(({ apis }) => apis.includes(name))
      add(kinds, name, node, !isCalled(node) || wasAsked(node, file))
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return uses
}

/** `Taro.x(…)`, `x(…)`, `Taro['x'](…)`, or handed to who will call it; asking whether it is there is no call. */
function isCalled(node: ts.Node): boolean {
  const { parent } = node
  const whole =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node)
      ? parent
      : node
  const around = whole.parent
  return !(ts.isPrefixUnaryExpression(around) || ts.isTypeOfExpression(around) || ts.isImportSpecifier(around))
}

/** Whether one of the functions around it has asked before. */
function wasAsked(node: ts.Node, file: ts.SourceFile): boolean {
  for (let around = node.parent; !ts.isSourceFile(around); around = around.parent) {
    if (ts.isFunctionLike(around) && asksBefore(around, node.getStart(file), file)) return true
  }
  return false
}

function asksBefore(within: ts.Node, end: number, file: ts.SourceFile): boolean {
  const asks = (node: ts.Node): boolean =>
    node.getStart(file) < end &&
    ((ts.isAwaitExpression(node) &&
      ts.isCallExpression(node.expression) &&
      node.expression.expression.getText(file) === QUESTION) ||
      ts.forEachChild(node, asks) === true)
  return asks(within)
}

/** What is wrong with the uses, a sentence each. `purposes`: what for, by the guide's entry. */
export function privacyFaults(uses: readonly Use[], purposes: Readonly<Record<string, string>>): readonly string[] {
  const kinds = [...new Set(uses.map(({ kind }) => kind))]
  return [
    ...uses
      .filter(({ asked }) => !asked)
      .map(({ what, path, line }) => `${path}:${line}: ${what} is private: await ${QUESTION}() comes first`),
    ...uses
      .filter(({ kind }) => purposes[kind] === undefined)
      .map(
        ({ kind, what, path, line }) => `${path}:${line}: ${what} needs a purpose for “${kind}” in the privacy guide`,
      ),
    ...Object.keys(purposes)
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => `the privacy guide has a purpose for “${kind}”, which nothing uses`),
  ]
}
