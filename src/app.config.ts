import { desk, event, host, membership, pages, subpackages, tabs } from './routes'

const gallery = process.env.NODE_ENV === 'development' || Boolean(process.env.GALLERY)

export default defineAppConfig({
  pages: Object.values(pages),
  subPackages: [
    ...subpackages.map(({ root, pages: inside }) => ({ root, pages: Object.values(inside) })),
    // Every piece of the kit in every state: for those who build it, never shipped.
    ...(gallery ? [{ root: 'packages/gallery', pages: ['index'] }] : []),
  ],
  // By WeChat's default a package is fetched beforehand on Wi-Fi only, and who has none waits at the form.
  preloadRule: {
    ...Object.fromEntries(
      tabs.map(({ name }) => [pages[name], { network: 'all', packages: [membership.root, event.root] }]),
    ),
    // Whoever works at a door comes by here on the way to it, where there may be no network.
    [pages.mine]: { network: 'all', packages: [membership.root, event.root, desk.root] },
    [`${host.root}/${host.pages.venue}`]: { network: 'all', packages: [desk.root] },
    [`${host.root}/${host.pages.desk}`]: { network: 'all', packages: [desk.root] },
  },
  window: {
    navigationBarTitleText: '青年爱里',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@dots',
    enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  },
  tabBar: {
    custom: true,
    color: '@ink3',
    selectedColor: '@red',
    backgroundColor: '@card',
    borderStyle: '@border' as 'black',
    list: tabs.map(({ name, text }) => ({ pagePath: pages[name], text })),
  },
  // Web only. Its screens don't slide, and Taro's timers for the slide hide the screen that one comes back to within 0.35 s.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
