import { pages } from './routes'

export default defineAppConfig({
  pages: Object.values(pages),
  window: {
    navigationBarTitleText: '青年爱里',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@dots',
  },
  tabBar: {
    custom: true,
    color: '@ink3',
    selectedColor: '@red',
    backgroundColor: '@card',
    borderStyle: '@border' as 'black',
    list: [
      { pagePath: pages.path, text: '路径' },
      { pagePath: pages.mine, text: '我的' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
