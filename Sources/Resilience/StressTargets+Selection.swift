import SupplyData
package import TextFiles

extension StressTargets {
  /// What is to be taken out, for how long.
  ///
  /// - Parameters:
  ///   - selectors: as `--target` takes them; none for all that are usual.
  ///   - withPairs: whether pairs of countries are taken out too.
  ///   - usualWeeks: weeks to recover where `recovery.csv` does not say.
  /// - Throws: all that is wrong with the selectors.
  package func outages(
    of selectors: [String], withPairs: Bool, usualWeeks: Double
  ) throws(Faults) -> [StressTest.Outage] {
    let dataset = network.dataset
    var chosen: [OutageTarget] = []
    var faults: [Fault] = []
    for text in selectors {
      let place = "--target '\(text)'"
      do throws(Faults) {
        let selector = try OutageSelector(text, in: dataset, place: place)
        let found = OutageCatalogue(dataset).targets(of: selector).filter(carries)
        if found.isEmpty {
          faults.append(
            Fault(
              file: place, cause: "nothing moves over such a corridor",
              cure: "Name two areas with a lane between them."))
        }
        chosen += found
      } catch {
        faults += error.all
      }
    }
    if !faults.isEmpty { throw Faults(faults) }
    if selectors.isEmpty { chosen = usual }
    if withPairs { chosen += pairs }
    let times = RecoveryTimes(dataset)
    var seen: Set<OutageTarget> = []
    return chosen.filter { seen.insert($0).inserted }.map {
      StressTest.Outage(target: $0, weeks: times.weeks(for: $0) ?? usualWeeks)
    }
  }
}
