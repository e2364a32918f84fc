// The few sentences that the page itself says, before or instead of the program. The program has its own translations.

const WORDS = {
  en: {
    title: 'Green Silk Road',
    lead: 'The green projects of the Belt and Road on a map, and what each of them saves.',
    map: 'Map of green Belt and Road projects',
    text: 'Text',
    loading: megabytes => `Loading, ${megabytes} MB`,
    starting: 'Starting',
    reload: 'Reload',
    cannot: 'This browser cannot show the map',
    noWebAssembly: 'The map needs WebAssembly with exceptions and vectors, which this browser does not have. Please open this page in a newer browser: Chrome or Edge 95, Firefox 100, Safari 16.4, or later.',
    noWebGL: 'The map needs WebGL 2, which is missing or switched off here. Please switch on hardware acceleration in the settings of the browser, update the graphics driver, or open this page in another browser.',
    notLoaded: 'The map could not be loaded',
    missing: (file, why) => `The file ${file} could not be loaded (${why}). Please check the connection and load the page again.`,
    damaged: (file, why) => `The file ${file} arrived damaged (${why}). Please load the page again; if that does not help, the copy on the server is damaged.`,
    lost: 'The graphics card needs a moment',
    lostWhat: 'The system took the graphics away from this page. The map comes back by itself; nothing is lost.',
    notRestored: 'The graphics did not come back yet. Loading the page again brings back this view; its link holds everything.',
    crashed: 'The map stopped',
    crashedWhat: 'An error that we did not foresee stopped the program. Nothing is lost: this link holds your view.',
    failed: 'The program could not start',
  },
  zh: {
    title: '绿色丝绸之路',
    lead: '在地图上查看“一带一路”绿色项目，以及每个项目的减排量。',
    map: '“一带一路”绿色项目地图',
    text: '文字',
    loading: megabytes => `正在加载，${megabytes} MB`,
    starting: '正在启动',
    reload: '重新加载',
    cannot: '此浏览器无法显示地图',
    noWebAssembly: '地图需要支持异常处理和向量指令的 WebAssembly，而此浏览器不支持。请使用更新的浏览器打开本页：Chrome 或 Edge 95、Firefox 100、Safari 16.4 或更高版本。',
    noWebGL: '地图需要 WebGL 2，但它在此处缺失或已关闭。请在浏览器设置中开启硬件加速、更新显卡驱动，或换用其他浏览器打开本页。',
    notLoaded: '地图无法加载',
    missing: (file, why) => `文件 ${file} 无法加载（${why}）。请检查网络连接后重新加载页面。`,
    damaged: (file, why) => `文件 ${file} 已损坏（${why}）。请重新加载页面；若仍不行，则服务器上的副本已损坏。`,
    lost: '显卡暂时不可用',
    lostWhat: '系统暂时收回了本页面的图形资源。地图会自动恢复，不会丢失任何内容。',
    notRestored: '图形尚未恢复。重新加载页面即可回到当前视图，链接中保存了全部内容。',
    crashed: '地图已停止',
    crashedWhat: '程序因意外错误而停止。内容没有丢失：此链接保存了您的视图。',
    failed: '程序无法启动',
  },
  ru: {
    title: 'Зелёный Шёлковый путь',
    lead: 'Зелёные проекты «Пояса и пути» на карте и сколько выбросов предотвращает каждый из них.',
    map: 'Карта зелёных проектов «Пояса и пути»',
    text: 'Текст',
    loading: megabytes => `Загрузка, ${megabytes.replace('.', ',')} МБ`,
    starting: 'Запуск',
    reload: 'Обновить',
    cannot: 'Этот браузер не может показать карту',
    noWebAssembly: 'Карте нужен WebAssembly с исключениями и векторами, которого в этом браузере нет. Откройте страницу в более новом браузере: Chrome или Edge 95, Firefox 100, Safari 16.4 или новее.',
    noWebGL: 'Карте нужен WebGL 2, которого здесь нет или который выключен. Включите аппаратное ускорение в настройках браузера, обновите драйвер видеокарты или откройте страницу в другом браузере.',
    notLoaded: 'Не удалось загрузить карту',
    missing: (file, why) => `Не удалось загрузить файл ${file} (${why}). Проверьте соединение и загрузите страницу ещё раз.`,
    damaged: (file, why) => `Файл ${file} пришёл повреждённым (${why}). Загрузите страницу ещё раз; если это не поможет, повреждена копия на сервере.`,
    lost: 'Видеокарте нужна минута',
    lostWhat: 'Система забрала графику у этой страницы. Карта вернётся сама, ничего не потеряно.',
    notRestored: 'Графика пока не вернулась. Если загрузить страницу заново, откроется тот же вид: всё записано в ссылке.',
    crashed: 'Карта остановилась',
    crashedWhat: 'Программу остановила непредвиденная ошибка. Ничего не потеряно: эта ссылка хранит ваш вид.',
    failed: 'Программа не смогла запуститься',
  },
  ar: {
    title: 'طريق الحرير الأخضر',
    lead: 'المشاريع الخضراء للحزام والطريق على الخريطة، وما يوفره كل منها من انبعاثات.',
    map: 'خريطة المشاريع الخضراء للحزام والطريق',
    text: 'نص',
    loading: megabytes => `جار التحميل، ${megabytes} ميغابايت`,
    starting: 'جار التشغيل',
    reload: 'إعادة التحميل',
    cannot: 'لا يستطيع هذا المتصفح عرض الخريطة',
    noWebAssembly: 'تحتاج الخريطة إلى WebAssembly مع الاستثناءات والمتجهات، وهو غير متاح في هذا المتصفح. يرجى فتح الصفحة في متصفح أحدث: Chrome أو Edge 95 أو Firefox 100 أو Safari 16.4 أو ما بعدها.',
    noWebGL: 'تحتاج الخريطة إلى WebGL 2، وهو غير متاح هنا أو معطل. يرجى تفعيل تسريع العتاد في إعدادات المتصفح، أو تحديث برنامج تشغيل بطاقة الرسوميات، أو فتح الصفحة في متصفح آخر.',
    notLoaded: 'تعذر تحميل الخريطة',
    missing: (file, why) => `تعذر تحميل الملف ${file} (${why}). يرجى التحقق من الاتصال وإعادة تحميل الصفحة.`,
    damaged: (file, why) => `وصل الملف ${file} تالفا (${why}). يرجى إعادة تحميل الصفحة؛ وإن لم يفد ذلك فالنسخة على الخادم تالفة.`,
    lost: 'تحتاج بطاقة الرسوميات إلى لحظة',
    lostWhat: 'استعاد النظام الرسوميات من هذه الصفحة. ستعود الخريطة من تلقاء نفسها، ولم يضع شيء.',
    notRestored: 'لم تعد الرسوميات بعد. تعيد إعادة تحميل الصفحة هذا العرض نفسه، فالرابط يحفظ كل شيء.',
    crashed: 'توقفت الخريطة',
    crashedWhat: 'أوقف خطأ غير متوقع البرنامج. لم يضع شيء: هذا الرابط يحفظ عرضك.',
    failed: 'تعذر تشغيل البرنامج',
  },
};

/// The code of a language that the page speaks, else 'en'. A link may ask for one before the program can (lang=zh).
export function pageLanguage(fragment = location.hash, preferred = navigator.language) {
  const asked = /[#&](?:lang|language)=([a-z]{2})/.exec(fragment)?.[1] ?? preferred ?? '';
  const code = asked.toLowerCase().slice(0, 2);
  return code in WORDS ? code : 'en';
}

/// What the page's own elements are marked with.
export const direction = language => (language === 'ar' ? 'rtl' : 'ltr');

export const words = language => WORDS[language] ?? WORDS.en;
