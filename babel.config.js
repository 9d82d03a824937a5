// ES2019 for old phones comes from package.json's browserslist. Nothing is polyfilled: lint keeps newer methods out of src
// and domain, so the bundle carries no core-js.
// Destructuring and parameters are left as they are: every phone of the browserslist has them, and what preset-env mends is a
// fault of old Safaris with a parameter named like its own function, which nobody writes here. 10 kB of the main package.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        hot: false,
        exclude: ['transform-destructuring', 'transform-parameters'],
      },
    ],
  ],
  assumptions: {
    // `document.all` is the only thing that is neither null nor undefined and yet equal to both; a phone has none. `a ?? b` and
    // `a?.b` then take one comparison instead of two: kilobytes of the main package.
    noDocumentAll: true,
  },
}
