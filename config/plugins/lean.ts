import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

const LOADER = path.resolve(__dirname, '..', 'loaders', 'cut.js')

/** What is cut from which of Taro's files for the mini-program, below node_modules/@tarojs. */
const CUTS: Readonly<Record<string, readonly (readonly [find: string, instead: string])[]>> = {
  // A destructured require() makes webpack keep all of Taro's runtime, since it doesn't see which parts are used; a member it sees.
  'taro/index': [
    [String.raw`const \{ hooks \} = require\('@tarojs/runtime'\)`, "const hooks = require('@tarojs/runtime').hooks"],
  ],
  // A mini-program has no address bar. Taro imitates a browser's history, location and links, for libraries that route by them;
  // we have none, and lint keeps these names out of src. These are their only uses.
  'runtime/dist/bom/window': [
    [String.raw`\n +this\.location = new Location\(\{ window: this \}\);`, ''],
    [String.raw`\n +this\.history = new History\(this\.location, \{ window: this \}\);`, ''],
    [String.raw`\n +this\.initEvent\(\);`, ''],
    [String.raw`\n    initEvent\(\) \{[\s\S]*?\n    \}(?=\n    get document)`, ''],
  ],
  'runtime/dist/dom/document': [
    [String.raw`\n +case nodeName === A:\n +element = new AnchorElement\(\);\n +break;`, ''],
  ],
  // Taro gives its style object an accessor for each of 500 properties of CSS at the start. It makes those of custom properties
  // when one is set; so here for all, and React sets them the way that makes them.
  'runtime/dist/dom/style': [
    [String.raw`\ninitStyle\(Style, styleProperties\);`, ''],
    [
      String.raw`(?<=\n +)propertyName = toCamelCase\(propertyName\);(?=\n        \}\n        if \(isNull\(value\))`,
      'propertyName = toCamelCase(propertyName); this.setCssVariables(propertyName);',
    ],
  ],
  'react/dist/react\\.esm': [
    [String.raw`style\[key\] =\n +(?=isNumber\(value\))`, 'style.setProperty(key, '],
    [String.raw`(?<=value === null\n +\? ''\n +: value);\n\}`, ');\n}'],
    [String.raw`instance\.style\['display'\] = display;`, "instance.style.setProperty('display', display);"],
  ],
}

/** Build plugin: leaves out of the mini-program what of Taro's runtime nobody uses. */
export default function lean(ctx: IPluginContext): void {
  if (process.env.TARO_ENV !== 'weapp') return
  ctx.modifyWebpackChain(({ chain }) => {
    for (const [file, cuts] of Object.entries(CUTS)) {
      chain.module
        .rule(`lean ${file}`)
        .test(new RegExp(String.raw`/@tarojs/${file}\.js$`.replaceAll('/', String.raw`[\\/]`)))
        .use('cut')
        .loader(LOADER)
        .options({ cuts })
    }
  })
}
