/**
 * The figures of the sample return. Published ones carry their source; the rest are illustrative,
 * made up to look like a return an LLR sustainability manager would keep, and are marked [i] in
 * their cells.
 */

interface Published {
  readonly published: number;
}
export type Figure = number | string | Published | null;

/** One row of a metrics sheet: a figure for each of `years`. */
export interface Row {
  readonly label: string;
  readonly unit: string;
  readonly figures: readonly Figure[];
  readonly note: string;
}

export const years = ["2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25"] as const;

const p = (published: number): Published => ({ published });
const row = (label: string, unit: string, figures: readonly Figure[], note = ""): Row => ({
  label,
  unit,
  figures,
  note,
});

const eric = "2021/22 to 2024/25: ERIC site returns (NHS England, OGL v3).";
const eric2025 = "2024/25: ERIC site return (NHS England, OGL v3), sum of sites.";
const plan = "2019/20: LLR ICS Green Plan 2022-2025, section 6.";

/** LLR's footprints, thousand tonnes: the plan states 2019/20, the rest is illustrative. */
export const footprints: readonly Row[] = [
  row("NHS Carbon Footprint", "ktCO2e", [p(88.6), 84.1, 86.0, 83.2, 80.9, 79.0], plan),
  row("NHS Carbon Footprint Plus", "ktCO2e", [p(426.82), 409.5, 415.2, 408.4, 401.7, 396.3], plan),
];

/** Measures the plan sets for the system as a whole. */
export const systemMeasures: readonly Row[] = [
  row("Inhaler emissions", "tCO2e", [18_400, 17_650, 17_100, 16_250, 15_300, 14_450]),
  row("Metered-dose share of non-salbutamol inhalers", "%", [48, 46.5, 44, 40.5, 37, 34.2]),
  row("Mean carbon per salbutamol inhaler", "kgCO2e", [25.1, 24.6, 23.2, 19.8, 16.4, 14.1]),
  row("Member organisations with a board net zero lead", "%", [null, null, 50, 75, 100, 100]),
];

export const uhl: readonly Row[] = [
  row("NHS Carbon Footprint", "tCO2e", [58_480, 55_510, 56_760, 54_910, 53_390, 52_140]),
  row("NHS Carbon Footprint Plus", "tCO2e", [281_700, 270_270, 274_030, 269_540, 265_120, 261_560]),
  row("Scope 1 emissions", "tCO2e", [24_310, 23_900, 23_480, 23_120, 21_050, 19_640]),
  row("Scope 2 emissions", "tCO2e", [10_560, 9_540, 8_610, 8_300, 8_280, 8_230]),
  row("Scope 3 emissions within the Carbon Footprint", "tCO2e", [23_610, 22_070, 24_670, 23_490, 24_060, 24_270]),
  row(
    "Scope 3 emissions within the Carbon Footprint Plus",
    "tCO2e",
    [246_830, 236_830, 241_940, 238_120, 235_790, 233_690],
  ),
  row(
    "Electricity consumed",
    "kWh",
    [41_320_000, 40_910_000, 40_550_000, 40_090_000, 39_980_000, p(39_738_742)],
    eric2025,
  ),
  row(
    "Gas consumed",
    "kWh",
    [116_900_000, 115_400_000, p(115_066_718), p(113_699_273), p(101_817_393), p(95_045_415)],
    eric,
  ),
  row("Oil consumed", "kWh", [905_000, 880_000, 861_000, 848_000, 839_500, p(832_863)], eric2025),
  row("Water volume", "m³", [262_400, 255_300, p(249_951), p(358_681), p(357_885), p(531_772)], eric),
  row("Gross internal floor area", "m²", [326_100, 326_500, p(326_934), p(328_318), p(333_716), p(336_156)], eric),
  row("Electricity cost", "£", [null, null, null, null, 11_190_000, p(11_320_831)], eric2025),
  row("Gas cost", "£", [null, null, null, null, 4_880_000, p(4_576_783)], eric2025),
  row("Oil cost", "£", [null, null, null, null, 62_900, p(61_365)], eric2025),
  row("Waste to landfill", "tonnes", [0, 0, 0, 0, 0, p(0)], eric2025),
  row("Waste recycled", "tonnes", [842.5, 815.2, 828.9, 810.4, 798.1, p(789.42)], eric2025),
  row("Clinical waste incinerated", "tonnes", [372.4, 395.8, 381.6, 366.2, 352.9, p(346.01)], eric2025),
  row("Clinical waste to alternative treatment", "tonnes", [612.7, 640.3, 622.1, 604.8, 590.6, p(579.82)], eric2025),
  row("Offensive waste", "tonnes", [1_266.3, 1_240.8, 1_298.4, 1_331.7, 1_356.2, p(1380.11)], eric2025),
  row("Confidential waste", "tonnes", [231.6, 219.4, 214.8, 208.3, 203.9, p(199.57)], eric2025),
  row(
    "Renewable electricity share (nuclear excluded)",
    "%",
    [0, 0, 0, 0, 0, p(0)],
    `${eric2025} All electricity was reported as other than green tariff or solar.`,
  ),
  row("Low-emission share of owned and leased fleet", "%", [41, 48, 57, 68, 79, 84]),
  row("Ultra-low and zero-emission share of fleet", "%", [1.2, 1.9, 3.1, 4.8, 7.5, 11.4]),
  row("ULEV and ZEV share of vehicles bought or leased under 3.5 t", "%", [null, null, null, 72, 88, 93]),
  row("ULEV and ZEV share of salary sacrifice cars", "%", [null, null, null, 100, 100, 100]),
  row("Cycle-to-work scheme in place", "yes/no", ["Yes", "Yes", "Yes", "Yes", "Yes", "Yes"]),
  row("Business mileage emissions", "tCO2e", [612, 538, 571, 540, 518, 497]),
  row("Desflurane share of volatile anaesthetic gas by volume", "%", [21.4, 18.6, 9.1, 4.6, 1.8, 0.4]),
  row("Nitrous oxide waste review carried out and acted on", "yes/no", [null, null, "No", "Yes", "Yes", "Yes"]),
  row("Remote outpatient share", "%", [21.5, 38.2, 33.6, 29.4, 27.9, 26.3]),
  row("Procurements with at least 10% net zero and social value weighting", "%", [null, null, null, 78, 92, 100]),
  row("New contracts over £5m with a supplier carbon reduction plan", "%", [null, null, null, null, 100, 100]),
  row("New contracts with a supplier carbon reduction plan", "%", [null, null, null, null, null, 87]),
  row("Office paper used", "reams", [61_200, 57_300, 52_800, 48_900, 44_700, 40_900]),
  row("Recycled content of paper bought", "%", [42, 47, 53, 61, 74, 88]),
  row("Walking aid refurbishment in operation", "yes/no", ["No", "No", "No", "Yes", "Yes", "Yes"]),
];

export const lpt: readonly Row[] = [
  row("NHS Carbon Footprint", "tCO2e", [12_400, 11_820, 12_060, 11_700, 11_320, 11_030]),
  row("NHS Carbon Footprint Plus", "tCO2e", [59_750, 57_330, 58_120, 57_180, 56_240, 55_480]),
  row("Scope 1 emissions", "tCO2e", [5_270, 5_010, 5_180, 4_830, 4_660, 4_540]),
  row("Scope 2 emissions", "tCO2e", [2_560, 2_310, 2_180, 2_080, 2_040, 1_980]),
  row("Scope 3 emissions within the Carbon Footprint", "tCO2e", [4_570, 4_500, 4_700, 4_790, 4_620, 4_510]),
  row("Scope 3 emissions within the Carbon Footprint Plus", "tCO2e", [51_920, 50_010, 50_760, 50_270, 49_540, 48_960]),
  row("Electricity consumed", "kWh", [10_240_000, 10_060_000, 9_950_000, 9_760_000, 9_650_000, p(9_541_885)], eric2025),
  row("Gas consumed", "kWh", [26_100_000, 25_600_000, p(25_179_123), p(20_882_904), p(20_815_187), p(2_137_097)], eric),
  row("Water volume", "m³", [118_000, 104_500, p(63_831), p(129_364), p(147_717), p(132_570)], eric),
  row("Gross internal floor area", "m²", [99_400, 99_200, p(99_058), p(100_583), p(100_407), p(102_532)], eric),
  row("Waste to landfill", "tonnes", [478.2, 462.7, 449.5, 431.8, 414.6, p(397.27)], eric2025),
  row("Waste recycled", "tonnes", [88.4, 84.1, 89.7, 93.2, 95.9, p(97.58)], eric2025),
  row("Clinical waste incinerated", "tonnes", [18.3, 18.9, 17.6, 17.1, 16.6, p(16.22)], eric2025),
  row("Clinical waste to alternative treatment", "tonnes", [129.6, 132.8, 127.4, 124.1, 122.5, p(120.02)], eric2025),
  row("Renewable electricity share (nuclear excluded)", "%", [100, 100, 100, 100, 100, p(100)], eric2025),
  row("Low-emission share of owned and leased fleet", "%", [52, 61, 74, 86, 92, 95]),
  row("Ultra-low and zero-emission share of fleet", "%", [2.1, 3.4, 4.9, 6.8, 9.7, 14.2]),
  row("ULEV and ZEV share of vehicles bought or leased under 3.5 t", "%", [null, null, null, 100, 100, 100]),
  row("ULEV and ZEV share of salary sacrifice cars", "%", [null, null, null, 100, 100, 100]),
  row("Cycle-to-work scheme in place", "yes/no", ["Yes", "Yes", "Yes", "Yes", "Yes", "Yes"]),
  row("Business mileage emissions", "tCO2e", [1_480, 1_290, 1_340, 1_262, 1_205, 1_151]),
  row("Remote outpatient share", "%", [24.6, 52.3, 47.1, 42.8, 39.6, 37.2]),
  row("Procurements with at least 10% net zero and social value weighting", "%", [null, null, null, 84, 95, 100]),
  row("New contracts over £5m with a supplier carbon reduction plan", "%", [null, null, null, null, 100, 100]),
  row("New contracts with a supplier carbon reduction plan", "%", [null, null, null, null, null, 91]),
  row("Office paper used", "reams", [24_600, 22_400, 19_800, 17_300, 14_900, 12_700]),
  row("Recycled content of paper bought", "%", [55, 60, 66, 78, 91, 100]),
  row("Walking aid refurbishment in operation", "yes/no", ["No", "No", "Yes", "Yes", "Yes", "Yes"]),
];

export const primaryCare: readonly Row[] = [
  row("NHS Carbon Footprint", "tCO2e", [17_720, 16_770, 17_180, 16_590, 16_190, 15_830]),
  row("NHS Carbon Footprint Plus", "tCO2e", [85_370, 81_900, 83_050, 81_680, 80_340, 79_260]),
  row("Primary care networks with a named greener lead", "%", [null, null, 31, 58, 77, 88]),
];

export const icb: readonly Row[] = [
  row("NHS Carbon Footprint", "tCO2e", [890, 850, 850, 810, 790, 780]),
  row("NHS Carbon Footprint Plus", "tCO2e", [4_270, 4_100, 4_160, 4_090, 4_030, 3_970]),
  row("Cycle-to-work scheme in place", "yes/no", ["Yes", "Yes", "Yes", "Yes", "Yes", "Yes"]),
  row("Business mileage emissions", "tCO2e", [96, 84, 86, 82, 78, 74]),
  row("Office paper used", "reams", [3_100, 2_700, 2_300, 1_900, 1_650, 1_420]),
  row("Recycled content of paper bought", "%", [60, 68, 75, 84, 96, 100]),
];

/** UHL's three sites: 2024/25 as published, 2023/24 illustrative except that gas, water and floor area add up to the published totals. */
export interface SiteRow {
  readonly code: string;
  readonly name: string;
  readonly year: string;
  readonly published: boolean;
  readonly electricity: number;
  readonly gas: number;
  readonly oil: number;
  readonly water: number;
  readonly floorArea: number;
}
const site = (
  code: string,
  name: string,
  year: string,
  published: boolean,
  figures: readonly [number, number, number, number, number],
): SiteRow => {
  const [electricity, gas, oil, water, floorArea] = figures;
  return { code, name, year, published, electricity, gas, oil, water, floorArea };
};
export const sites: readonly SiteRow[] = [
  site("RWEAA", "Leicester Royal Infirmary", "2023/24", false, [17_510_000, 49_717_393, 286_600, 130_926, 161_880]),
  site("RWEAE", "Glenfield Hospital", "2023/24", false, [12_275_000, 22_466_000, 520_800, 133_407, 80_696]),
  site("RWEAK", "Leicester General Hospital", "2023/24", false, [10_195_000, 29_634_000, 32_100, 93_552, 91_140]),
  site("RWEAA", "Leicester Royal Infirmary", "2024/25", true, [17_399_119, 46_411_227, 284_377, 194_548, 163_059]),
  site("RWEAE", "Glenfield Hospital", "2024/25", true, [12_204_522, 20_972_109, 516_686, 198_216, 81_290]),
  site("RWEAK", "Leicester General Hospital", "2024/25", true, [10_135_101, 27_662_079, 31_800, 139_008, 91_807]),
];
