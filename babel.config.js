// ES2019 for old phones comes from package.json's browserslist. Nothing is polyfilled: lint keeps newer methods out of src
// and domain, so the bundle carries no core-js.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false }]],
}
