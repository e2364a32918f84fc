#include "sim/claim_words.hpp"

#include <vector>

namespace gs {
namespace {

using enum ClaimWordKind;

struct Group {
  ClaimWordKind kind;
  double factor;
  Technology technology;
  std::initializer_list<const char*> words;
};

const Group kGroups[] = {
    {power, 0.001, {},
     {"kw", "kilowatt", "kilowatts", "kwp", "千瓦", "квт", "киловатт~", "كيلوواط", "كيلووات"}},
    {power, 1, {},
     {"mw", "megawatt", "megawatts", "mwp", "mwe", "mwac", "mwdc", "mw ac", "mw dc", "兆瓦", "мвт", "мегаватт~", "ميغاواط",
      "ميغاوات", "ميجاواط", "ميجاوات"}},
    {power, 1000, {},
     {"gw", "gigawatt", "gigawatts", "gwp", "gwac", "gwdc", "吉瓦", "гвт", "гигаватт~", "غيغاواط", "غيغاوات", "جيجاواط",
      "جيجاوات"}},
    {energy, 0.001, {},
     {"kw·h", "kilowatt hours", "千瓦时", "千瓦小时", "度电", "度", "квт·ч", "киловатт·час~", "كيلوواط ساعة", "كيلووات ساعة"}},
    {energy, 1, {},
     {"mw·h", "megawatt hours", "兆瓦时", "мвт·ч", "мегаватт·час~", "ميغاواط ساعة", "ميغاوات ساعة", "ميجاواط ساعة",
      "ميجاوات ساعة"}},
    {energy, 1000, {},
     {"gw·h", "gigawatt hours", "吉瓦时", "гвт·ч", "гигаватт·час~", "غيغاواط ساعة", "غيغاوات ساعة", "جيجاواط ساعة",
      "جيجاوات ساعة"}},
    {energy, 1e+06, {},
     {"tw·h", "terawatt hours", "太瓦时", "твт·ч", "тераватт·час~", "تيراواط ساعة", "تيراوات ساعة"}},
    {mass, 0.001, {},
     {"kg", "千克", "公斤", "кг", "كغ"}},
    {mass, 1, {},
     {"t", "tonne", "tonnes", "ton", "tons", "metric tons", "metric tonnes", "tco2", "tco2e", "tco2eq", "吨", "т", "тонн",
      "тонна", "тонны", "тонну", "طن", "طنا", "أطنان"}},
    {mass, 1000, {},
     {"kt", "ktco2", "ktco2e", "kilotonnes", "kilotons", "千吨", "кт", "килотонн~"}},
    {mass, 1e+06, {},
     {"mt", "mtco2", "mtco2e", "megatonnes", "megatons", "兆吨", "мегатонн~"}},
    {scale, 1000, {},
     {"thousand", "k", "千", "тыс.", "тыс", "тысяч~", "ألف", "آلاف"}},
    {scale, 10000, {},
     {"万"}},
    {scale, 100000, {},
     {"十万"}},
    {scale, 1e+06, {},
     {"million", "millions", "mn", "m", "mln", "百万", "млн", "млн.", "миллион~", "مليون", "ملايين"}},
    {scale, 1e+07, {},
     {"千万"}},
    {scale, 1e+08, {},
     {"亿"}},
    {scale, 1e+09, {},
     {"billion", "billions", "bn", "十亿", "млрд", "млрд.", "миллиард~", "مليار"}},
    {technology, 0, Technology::solar_pv,
     {"solar", "solar pv", "pv", "photovoltaic~", "光伏", "太阳能", "солнечн~", "сэс", "фотоэлектр~", "شمسية", "الشمسية",
      "شمسي", "كهروضوئية", "الكهروضوئية"}},
    {technology, 0, Technology::solar_pv_floating,
     {"floating solar", "floating pv", "floating photovoltaic~", "漂浮光伏", "漂浮式光伏", "水上光伏", "плавучая сэс", "плавучей сэс",
      "плавуч~ солнечн~", "شمسية عائمة"}},
    {technology, 0, Technology::csp,
     {"csp", "concentrated solar", "concentrated solar power", "concentrating solar", "concentrating solar power",
      "solar thermal", "光热", "太阳能热发电", "гелиотерм~", "شمسية مركزة", "الشمسية المركزة"}},
    {technology, 0, Technology::wind_onshore,
     {"wind", "onshore wind", "风电", "风能", "风力", "陆上风电", "ветр~", "ветер", "ветропарк~", "ветроэлектр~", "вэс", "رياح",
      "الرياح"}},
    {technology, 0, Technology::wind_offshore,
     {"offshore wind", "wind at sea", "海上风电", "海上风能", "морск~ ветр~", "морская вэс", "морской вэс", "رياح بحرية",
      "الرياح البحرية"}},
    {technology, 0, Technology::hydro,
     {"hydro", "hydropower", "hydroelectric", "hydroelectricity", "dam", "水电", "水力", "水力发电", "гэс", "гидро",
      "гидроэлектр~", "гидроэнергет~", "плотин~", "كهرومائية", "الكهرومائية", "مائية", "سد"}},
    {technology, 0, Technology::waste_to_energy,
     {"waste to energy", "waste incineration", "垃圾发电", "垃圾焚烧", "сжиган~ отходов", "энерги~ из отходов",
      "طاقة من النفايات", "النفايات"}},
    {other_plant, 0, {},
     {"storage", "battery", "batteries", "bess", "pumped storage", "hydrogen", "electrolyser", "electrolyzer", "nuclear",
      "geothermal", "biomass", "储能", "抽水蓄能", "电池", "氢", "绿氢", "制氢", "核电", "地热", "生物质", "накопител~", "аккумулятор~",
      "гаэс", "водород~", "аэс", "атомн~", "геотермальн~", "биомасс~", "تخزين", "بطارية", "بطاريات", "هيدروجين",
      "الهيدروجين", "نووية"}},
    {other_mass, 0, {},
     {"coal", "standard coal", "tce", "oil", "diesel", "water", "dust", "so2", "sulphur dioxide", "sulfur dioxide",
      "nox", "ash", "标准煤", "标煤", "原煤", "煤炭", "煤", "燃油", "二氧化硫", "氮氧化物", "粉尘", "угля", "условного топлива", "нефти",
      "воды", "пыли", "فحم", "الفحم", "نفط", "مياه"}},
    {homes, 0, {},
     {"homes", "home", "households", "household", "houses", "families", "户", "户家庭", "家庭", "домов", "домохозяйств~",
      "семей", "квартир", "منزل", "منازل", "منزلا", "أسرة", "أسر"}},
    {people, 0, {},
     {"people", "residents", "inhabitants", "人口", "居民", "人", "человек", "жителей", "людей", "شخص", "نسمة"}},
    {cars, 0, {},
     {"cars", "car", "vehicles", "汽车", "辆汽车", "辆车", "辆", "автомобил~", "машин", "машины", "سيارة", "سيارات"}},
    {trees, 0, {},
     {"trees", "tree", "棵树", "树木", "树", "деревьев", "дерева", "شجرة", "أشجار"}},
    {jobs, 0, {},
     {"jobs", "workers", "就业", "岗位", "个就业岗位", "рабочих мест", "وظيفة", "وظائف"}},
    {money, 0, {},
     {"$", "usd", "us$", "dollars", "dollar", "euro", "euros", "eur", "€", "yuan", "rmb", "¥", "美元", "人民币", "元", "欧元",
      "долл.", "долл", "долларов", "руб", "рублей", "دولار", "يورو"}},
    {period, 0, {},
     {"lifetime", "life time", "over its life", "in total", "cumulative", "cumulatively", "a day", "per day", "daily",
      "a month", "per month", "monthly", "an hour", "per hour", "全生命周期", "累计", "总计", "每天", "每日", "每月", "за весь срок",
      "за срок службы", "в сутки", "в день", "в месяц", "всего за", "يوميا", "شهريا", "طوال عمر", "على مدى عمر"}},
    {years, 0, {},
     {"years", "year period", "y", "years of operation", "年", "лет", "года", "году", "г.", "год", "عاما", "سنة", "سنوات",
      "عام"}},
    {plain, 0, {},
     {"a", "an", "the", "of", "in", "at", "to", "by", "for", "from", "on", "and", "or", "with", "its", "it", "is", "are",
      "be", "will", "would", "has", "have", "had", "that", "this", "each", "per", "every", "year", "annual", "annually",
      "yearly", "yr", "p.a.", "pa", "co2", "co2e", "co2eq", "carbon", "dioxide", "emission", "emissions", "greenhouse",
      "gas", "gases", "save", "saves", "saved", "saving", "savings", "avoid", "avoids", "avoided", "avoiding", "reduce",
      "reduces", "reduced", "reducing", "reduction", "reductions", "cut", "cuts", "cutting", "offset", "offsets",
      "prevent", "prevents", "equivalent", "capacity", "installed", "total", "project", "projects", "plant", "plants",
      "farm", "farms", "station", "stations", "park", "parks", "complex", "power", "energy", "electricity", "output",
      "generation", "generate", "generates", "generating", "generated", "produce", "produces", "producing", "produced",
      "about", "around", "approximately", "some", "nearly", "almost", "over", "up", "more", "than", "can", "could",
      "expected", "claim", "claims", "claimed", "built", "commissioned", "since", "clean", "green", "renewable", "new",
      "standard", "turbine", "turbines", "panels", "facility", "base", "worth", "as", "well"}},
    {plain, 0, {},
     {"每年", "年均", "年发电量", "发电量", "年", "装机容量", "总装机", "装机", "容量", "项目", "电站", "电场", "风电场", "电厂", "发电", "可", "约", "预计",
      "减少", "减排", "节约", "节省", "二氧化碳", "碳排放", "排放", "排放量", "相当于", "当量", "左右", "以上", "超过", "近", "位于", "在", "的", "为", "将",
      "达", "达到", "个", "和", "及", "与", "清洁", "绿色", "能源", "电力", "电量", "可再生", "建设", "建成", "投产", "座", "总", "后", "能", "上", "网",
      "余", "多", "以", "该", "替代", "供电"}},
    {plain, 0, {},
     {"в", "во", "на", "и", "с", "со", "за", "к", "по", "из", "от", "для", "до", "при", "год", "года", "году",
      "ежегодно", "годовая", "годовой", "годовую", "годовых", "годового", "около", "примерно", "более", "свыше",
      "мощность", "мощностью", "мощности", "выработка", "выработкой", "выработку", "вырабатывает", "выработает", "будет",
      "электроэнергии", "электроэнергию", "энергии", "станция", "станции", "станцию", "электростанция", "электростанции",
      "электростанцию", "парк", "парка", "проект", "проекта", "сократит", "сокращает", "сокращение", "сокращения",
      "сократить", "снизит", "снижает", "снижение", "снижения", "предотвратит", "выбросы", "выбросов", "выброс",
      "углекислого", "газа", "со2", "co2", "углерода", "диоксида", "эквивалента", "экв.", "установленная",
      "установленной", "чистая", "зелёная", "возобновляемая", "это", "что", "которая", "который"}},
    {plain, 0, {},
     {"في", "من", "إلى", "على", "عن", "مع", "و", "أو", "سنويا", "سنوي", "سنوية", "السنة", "السنوي", "السنوية", "كل",
      "بقدرة", "قدرة", "قدرتها", "قدرته", "القدرة", "محطة", "محطات", "مشروع", "مشاريع", "حقل", "مزرعة", "مجمع", "طاقة",
      "الطاقة", "كهرباء", "الكهرباء", "توليد", "تولد", "ينتج", "تنتج", "إنتاج", "يوفر", "توفر", "يخفض", "تخفض", "خفض",
      "تخفيض", "تقليل", "تقلل", "يقلل", "تجنب", "يتجنب", "انبعاثات", "انبعاث", "الانبعاثات", "ثاني", "أكسيد", "الكربون",
      "غازات", "نحو", "حوالي", "أكثر", "ما", "يعادل", "يبلغ", "تبلغ", "بنحو", "بمقدار", "منها", "متجددة", "نظيفة",
      "خضراء", "لـ"}},
};

}  // namespace

std::span<const ClaimWord> claim_vocabulary() {
  static const std::vector<ClaimWord> all = [] {
    std::vector<ClaimWord> words;
    for (const Group& g : kGroups)
      for (const char* word : g.words) words.push_back({word, g.kind, g.factor, g.technology});
    return words;
  }();
  return all;
}

}  // namespace gs
