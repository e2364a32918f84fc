// What the pages without the map say beside the program's own words, in four languages.
const WORDS = {
  en: {
    open: 'Open the map', sources: 'Sources', step: (n, all) => `Step ${n} of ${all}`, back: 'Back', on: 'Next', dark: 'Dark', light: 'Light',
    picture: title => `Map: ${title}`, theme: 'Colours', language: 'Language', none: 'no address',
    made: (data, digest) => `Picture and table come from the program that draws the map. Data ${data}, result ${digest}.`,
  },
  zh: {
    open: '打开地图', sources: '来源', step: (n, all) => `第 ${n} 步，共 ${all} 步`, back: '上一步', on: '下一步', dark: '深色', light: '浅色',
    picture: title => `地图：${title}`, theme: '颜色', language: '语言', none: '无网址',
    made: (data, digest) => `图片和表格由绘制地图的同一程序生成。数据 ${data}，结果 ${digest}。`,
  },
  ru: {
    open: 'Открыть карту', sources: 'Источники', step: (n, all) => `Шаг ${n} из ${all}`, back: 'Назад', on: 'Дальше', dark: 'Тёмная', light: 'Светлая',
    picture: title => `Карта: ${title}`, theme: 'Цвета', language: 'Язык', none: 'без адреса',
    made: (data, digest) => `Картинку и таблицу сделала та же программа, что рисует карту. Данные ${data}, результат ${digest}.`,
  },
  ar: {
    open: 'افتح الخريطة', sources: 'المصادر', step: (n, all) => `الخطوة ${n} من ${all}`, back: 'السابق', on: 'التالي', dark: 'داكن', light: 'فاتح',
    picture: title => `الخريطة: ${title}`, theme: 'الألوان', language: 'اللغة', none: 'بلا عنوان',
    made: (data, digest) => `الصورة والجدول من البرنامج نفسه الذي يرسم الخريطة. البيانات ${data}، النتيجة ${digest}.`,
  },
};

/// Codes, names in their own words, marks for HTML, and Open Graph's.
export const LANGUAGES = {
  en: {name: 'English', mark: 'en', locale: 'en_GB'}, zh: {name: '中文', mark: 'zh-CN', locale: 'zh_CN'},
  ru: {name: 'Русский', mark: 'ru', locale: 'ru_RU'}, ar: {name: 'العربية', mark: 'ar', locale: 'ar_AR'},
};

export const pageWords = language => WORDS[language];
