public import Decomposition
import Findings
public import Modeling
public import NetworkDesign
public import ResultFolders
public import SupplyData
import SupplyNetwork
import SupplyPlan
public import TextFiles
public import Sensitivity
import Wording

/// Where the best footprint of a dataset changes along parameters that only costs depend on.
public struct FlipStudy: Sendable {
  /// The dataset.
  public var loaded: LoadedDataset
  /// What is asked at each value.
  public var question: DesignQuestion
  /// What varies, one at a time.
  public var ranges: [RangeExpression]
  /// How exactly turns are located, as a share of the range.
  public var tolerance: Double
  /// Relative gap within which costs are proved.
  public var gap: Double
  /// How programs are solved.
  public var method: SolveMethod
  /// Most threads.
  public var threads: Int
  /// When to stop.
  public var limits: SolveLimits

  /// Creates a study.
  public init(
    loaded: LoadedDataset, question: DesignQuestion, ranges: [RangeExpression],
    tolerance: Double = 0.001, gap: Double, method: SolveMethod = .auto, threads: Int = 1,
    limits: SolveLimits
  ) {
    self.loaded = loaded
    self.question = question
    self.ranges = ranges
    self.tolerance = tolerance
    self.gap = gap
    self.method = method
    self.threads = threads
    self.limits = limits
  }

  /// Reads what `--vary` takes.
  ///
  /// - Throws: all that is wrong with any of them.
  public static func ranges(_ texts: [String]) throws(Faults) -> [RangeExpression] {
    var ranges: [RangeExpression] = []
    var faults: [Fault] = []
    for text in texts {
      do throws(Faults) {
        ranges.append(try RangeExpression(text))
      } catch {
        faults += error.all
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return ranges
  }

  /// The parameters, each found to change nothing but costs, and they in a straight line.
  ///
  /// - Throws: all that is wrong with any of them.
  public func checked() throws(Faults) -> Checked {
    var parameters: [Checked.Parameter] = []
    var faults: [Fault] = []
    for range in ranges {
      let varied = ParametricDataset(source: loaded.source, range: range)
      do throws(Faults) {
        let probes = try varied.probes()
        try AffineCosts.check(probes, question, option: "--vary '\(range.text)'")
        parameters.append(Checked.Parameter(varied: varied, low: probes.low, high: probes.high))
      } catch {
        faults += error.all
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return Checked(parameters: parameters)
  }

  /// Parameters that may be varied.
  public struct Checked: Sendable {
    struct Parameter: Sendable {
      let varied: ParametricDataset
      let low: Network
      let high: Network
    }
    let parameters: [Parameter]
  }

  /// Searches each range.
  ///
  /// - Parameters:
  ///   - progress: told of the solves themselves.
  ///   - note: told in words how far the search has come.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    _ checked: Checked, progress: (@Sendable (SolveProgress) -> Void)? = nil,
    note: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(PlanningError) -> FlipRecord {
    var studies: [FlipRecord.Study] = []
    for (place, parameter) in checked.parameters.enumerated() {
      let start = ContinuousClock.now
      let range = parameter.varied.range
      let method = method.resolved(for: loaded.network)
      let search = FlipSearch(
        low: range.low, high: range.high, gap: gap,
        // Openings fixed, a small program is proved to the last digits; a large one need only be clearer than the band.
        footprintGap: method == .decomposition ? gap / 10 : min(gap, 1e-7), tolerance: tolerance)
      let planner = FootprintPlanner(
        varied: parameter.varied, low: parameter.low, high: parameter.high, question: question,
        makePlanner: method.maker(threads: threads), solving: progress)
      let count = checked.parameters.count
      let head = count > 1 ? "parameter \(place + 1) of \(count)  " : ""
      let result = try search.run(planner, limits: limits) { progress in
        note(
          "\(head)\(progress.solves) solves  footprints \(progress.footprints)  band \(Text.uncertainty(progress.band))  "
        )
      }
      studies.append(
        FlipRecord.Study(
          result, range, current: range.current(in: loaded.source), search: search,
          dataset: loaded.dataset, seconds: start.duration(to: .now) / .seconds(1)))
    }
    return FlipRecord(
      studies, of: question, dataset: loaded.reference,
      currency: loaded.dataset.settings.currency)
  }

  /// Writes a record and, unless it is left out, a copy of the dataset into `folder`.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ record: FlipRecord, to folder: String, withInputs: Bool = true)
    throws(Faults)
  {
    if withInputs { try loaded.addInputs(to: folder) }
    try record.write(to: folder)
  }
}
