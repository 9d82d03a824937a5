export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/mine/index',
    'pages/list/index',
    'pages/detail/index',
    'pages/form/index',
    'pages/lab/index',
  ],
  subPackages: [{ root: 'sub', pages: ['pages/extra/index'] }],
  window: { navigationBarTitleText: '小站' },
  lazyCodeLoading: 'requiredComponents',
  tabBar: {
    custom: true,
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
})
