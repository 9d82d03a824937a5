/**
 * WeChat's own components (developers.weixin.qq.com, components) and WXML's own elements. wcc takes any tag, and an
 * unknown one shows nothing on the phone.
 */
export const WECHAT_TAGS: ReadonlySet<string> = new Set(
  (
    'block import include slot template wxs ' +
    'cover-image cover-view match-media movable-area movable-view page-container root-portal scroll-view share-element ' +
    'swiper swiper-item view icon progress rich-text selection text button checkbox checkbox-group editor form input ' +
    'keyboard-accessory label picker picker-view picker-view-column radio radio-group slider switch textarea ' +
    'functional-page-navigator navigator audio camera channel-live channel-video image live-player live-pusher video ' +
    'voip-room map canvas ad ad-custom official-account official-account-publish open-data open-data-list ' +
    'open-data-item web-view page-meta navigation-bar custom-wrapper draggable-sheet grid-builder grid-view list-builder ' +
    'list-view nested-scroll-body nested-scroll-header open-container snapshot span sticky-header sticky-section ' +
    'double-tap-gesture-handler force-press-gesture-handler horizontal-drag-gesture-handler long-press-gesture-handler ' +
    'pan-gesture-handler scale-gesture-handler tap-gesture-handler vertical-drag-gesture-handler ' +
    'native-component xr-scene store-home store-product store-gift store-coupon-lucky-draw'
  ).split(' '),
)
