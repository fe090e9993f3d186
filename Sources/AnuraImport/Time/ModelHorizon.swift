import Findings
import SupplyData
import TextFiles

/// The time that the model plans for, and how its amounts become rates per year.
///
/// Anura gives capacities and fixed costs for each period and demand for its period or the whole
/// horizon; a dataset knows rates per year and periods of whole years. Periods of whole years stay
/// what they are. Shorter ones, months or quarters, are added up to one: what happens between them,
/// building stock ahead above all, a dataset does not plan.
struct ModelHorizon {
  /// A period of the dataset.
  struct Period: Equatable {
    var id: String
    var years: Int
  }

  /// The periods of the dataset, in order.
  private(set) var periods: [Period]
  /// The years for which an amount of the whole horizon is.
  private(set) var years: Double
  /// What turns an amount of each period of the model into one of a year.
  private(set) var perPeriod: Double
  /// Which period of the dataset each period of the model is, and the years it lasts.
  private var placeOfName: [String: (index: Int, years: Double)] = [:]

  /// What turns an amount of the whole horizon into one of a year.
  var perHorizon: Double { 1 / years }

  /// The place of a period of the model, and what turns its amount into a rate per year of the
  /// dataset's period.
  func place(_ name: String) -> (index: Int, perYear: Double)? {
    guard let (index, length) = placeOfName[name] else { return nil }
    // Where periods were added up, each brings its amount to the whole.
    return (index, 1 / (isMerged ? years : length))
  }

  /// Whether the model's periods were added up to one.
  private(set) var isMerged = false

  /// Reads settings and periods.
  init(_ folder: AnuraFolder, settings: AnuraRow?, _ account: ImportAccount) {
    periods = [Period(id: "year-1", years: 1)]
    years = 1
    perPeriod = 1
    let start = Self.day(settings, "ModelStartDate")
    let end = Self.day(settings, "ModelEndDate")
    let starts = Self.starts(folder)
    if start == nil || end == nil {
      account.add(
        .assumed, "ModelSettings", "ModelEndDate",
        "the model has no first or last day: one year is assumed", row: 0)
    }
    let length = Self.length(from: start, to: end)
    guard let first = starts.first, starts.count > 1 else {
      setOne(named: starts.first?.name, days: length, account)
      return
    }
    // The last day counts; a period ends where the next begins.
    let last =
      end.map { $0.number + 1 }
      ?? (2 * starts[starts.count - 1].day.number
        - starts[starts.count - 2].day.number)
    let bounds = starts.map(\.day.number) + [last]
    let lengths = zip(bounds, bounds.dropFirst()).map { $1 - $0 }
    let whole = lengths.map(Self.wholeYears)
    if whole.allSatisfy({ $0 != nil }) {
      let years = whole.compactMap { $0 }
      periods = zip(starts, years).map { Period(id: $0.name, years: $1) }
      self.years = Double(years.reduce(0, +))
      perPeriod = Double(years.count) / self.years
      for (index, period) in periods.enumerated() {
        placeOfName[period.id] = (index, Double(period.years))
      }
      if Set(years).count > 1 {
        account.add(
          .approximated, "Periods", "StartDate",
          "periods of different lengths: capacities and fixed costs of each are taken for a period "
            + "of \(1 / perPeriod) years", row: 0)
      }
    } else {
      isMerged = true
      setOne(named: nil, days: last - first.day.number, account)
      perPeriod = Double(starts.count) / years
      for (name, _, row) in starts {
        placeOfName[name] = (0, years)
        row.approximate(
          "StartDate", "periods that are not whole years are merged into one for the whole horizon")
      }
    }
  }

  /// One period of so many days.
  private mutating func setOne(named name: String?, days: Int?, _ account: ImportAccount) {
    let days = days ?? 365
    if let whole = Self.wholeYears(days) {
      years = Double(whole)
      periods = [Period(id: name ?? (whole == 1 ? "year-1" : "years"), years: whole)]
    } else {
      years = Double(days) / 365
      periods = [Period(id: name ?? "year-1", years: 1)]
      account.add(
        .approximated, "ModelSettings", "ModelEndDate",
        "the model is of \(days) days: its amounts become rates per year, and the dataset plans one "
          + "year, in which openings and building cost as much as in the model", row: 0)
    }
    perPeriod = 1 / years
    if let name { placeOfName[name] = (0, years) }
  }

  private static func starts(
    _ folder: AnuraFolder
  ) -> [(name: String, day: CalendarDay, row: AnuraRow)] {
    var starts: [(name: String, day: CalendarDay, row: AnuraRow)] = []
    for row in folder.rows("Periods") {
      guard let name = row.required("PeriodName") else { continue }
      guard let day = day(row, "StartDate") else {
        if row.peek("StartDate") == nil {
          row.refuse("StartDate", "the period has no first day", "Write a date such as 2026-01-01.")
        }
        continue
      }
      starts.append((name, day, row))
    }
    starts.sort { $0.day < $1.day }
    for (one, next) in zip(starts, starts.dropFirst()) where one.day == next.day {
      next.row.refuse(
        "StartDate", "the period begins on the same day as \(quoted(one.name))",
        "Give each period a different first day.")
      return []
    }
    return starts
  }

  private static func day(_ row: AnuraRow?, _ column: String) -> CalendarDay? {
    guard let row, let written = row.text(column) else { return nil }
    if let day = CalendarDay(written) { return day }
    row.refuse(
      column, "\(quoted(written)) is not a date", "Write it as 2026-12-31 or 12/31/2026.")
    return nil
  }

  private static func length(from start: CalendarDay?, to end: CalendarDay?) -> Int? {
    guard let start, let end, end > start else { return nil }
    return end.number + 1 - start.number
  }

  /// The years that so many days are; `nil` where they are not whole. The last day may have been
  /// counted or not.
  private static func wholeYears(_ days: Int) -> Int? {
    let years = (Double(days) / 365.25).rounded()
    return years >= 1 && abs(Double(days) - years * 365.25) <= 1.5 ? Int(years) : nil
  }
}
