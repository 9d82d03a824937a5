// Plain JavaScript: webpack loads a loader by itself, past what compiles Taro's plugins.

/**
 * webpack loader: replaces parts of a module. `cuts`: pairs of what to find (a regular expression's source) and what stands
 * there instead. Each must be found once exactly, so that another version of the module fails the build and isn't cut wrong.
 */
module.exports = function cut(source) {
  return this.getOptions().cuts.reduce((text, [find, instead]) => {
    const found = text.split(new RegExp(find)).length - 1
    if (found !== 1) throw new Error(`${this.resourcePath}: ${find} is there ${found} times instead of once`)
    // A function: `$` in the text must not be read as a group.
    return text.replace(new RegExp(find), () => instead)
  }, source)
}
