import cut from '../../config/loaders/cut'

const loaded = (source: string, ...cuts: [string, string][]) =>
  cut.call({ resourcePath: '/taro/a.js', getOptions: () => ({ cuts }) }, source)

describe('the loader that cuts', () => {
  test('puts what it is told in place of what it finds, one after the other', () => {
    expect(loaded('let a = 1\nlet b = 2', ['a = 1', 'a = "$&"'], ['let b.*', ''])).toBe('let a = "$&"\n')
  })

  test('fails for what is not there: another version of the file', () => {
    expect(() => loaded('let a = 1', ['c = 3', ''])).toThrow('/taro/a.js: c = 3 is there 0 times')
  })

  test('fails for what is there twice', () => {
    expect(() => loaded('aa', ['a', ''])).toThrow('2 times')
  })
})
