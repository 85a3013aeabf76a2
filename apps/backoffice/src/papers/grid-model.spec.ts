import { gridRows, monthsFromTo, withoutEmptyYears, type Month } from './grid-model.ts';

const month = (text: string, state: Month['state'] = 'empty'): Month => ({
  month: text,
  monthOfYear: Number(text.slice(5)),
  state,
  papers: [],
});
const year = (value: number, states: Record<number, Month['state']> = {}) => ({
  year: value,
  months: Array.from({ length: 12 }, (_, at) => month(`${value}-${String(at + 1).padStart(2, '0')}`, states[at + 1] ?? 'empty')),
});

describe('the presence grid', () => {
  it('puts each month in its column, and leaves the places outside the span empty', () => {
    const [first] = gridRows([{ year: 2026, months: [month('2026-03', 'strong')] }]);
    expect(first?.months).toHaveLength(12);
    expect(first?.months[2]?.state).toBe('strong');
    expect(first?.months.filter(Boolean)).toHaveLength(1);
  });
  it('shows the latest year first', () => {
    expect(gridRows([year(2024), year(2026), year(2025)]).map((row) => row.year)).toEqual([2026, 2025, 2024]);
  });
  it('leaves out the years before the first paper, but keeps three', () => {
    const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((y) => year(y, y === 2021 ? { 4: 'weak' } : {}));
    expect(withoutEmptyYears(years).map((y) => y.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect(withoutEmptyYears(years.map((y) => year(y.year))).map((y) => y.year)).toEqual([2024, 2025, 2026]);
  });
  it('counts the months of a gap with both ends', () => {
    expect(monthsFromTo('2025-11', '2026-02')).toBe(4);
    expect(monthsFromTo('2026-02', '2026-02')).toBe(1);
  });
});
