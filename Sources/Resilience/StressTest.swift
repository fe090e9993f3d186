import Findings
public import GLPK
public import Modeling
public import NetworkDesign
public import SupplyData
public import SupplyNetwork
import Synchronization

/// Takes targets out, one after another, and finds out what a network can still do without each.
///
/// The first stage is fixed; the recourse is the planner's. For each target and period: the least share of a year's sales that
/// is lost until the target has recovered (its exposure), and the longest outage that the network survives without losing any.
/// Programs are made for a few dozen targets at a time, in the order of the targets, so that the answers do not depend on
/// the number of threads.
public struct StressTest: Sendable {
  /// A network to be tested.
  public struct Subject: Sendable {
    /// What it is called, such as `current network`.
    public var name: String
    /// What is held fixed.
    public var stage: DecidedStage

    /// Creates a subject.
    public init(name: String, stage: DecidedStage) {
      self.name = name
      self.stage = stage
    }
  }

  /// What is taken out, for how long.
  public struct Outage: Sendable {
    /// What is taken out.
    public var target: OutageTarget
    /// Its time to recover, weeks.
    public var weeks: Double

    /// Creates an outage.
    public init(target: OutageTarget, weeks: Double) {
      self.target = target
      self.weeks = weeks
    }
  }

  private let network: Network
  private let incidence: Incidence
  private let threads: Int

  /// - Parameters:
  ///   - network: the network that all subjects are a first stage of.
  ///   - threads: most threads.
  public init(network: Network, threads: Int) {
    self.network = network
    incidence = Incidence(network)
    self.threads = threads
  }

  /// Tests each subject against each outage.
  ///
  /// - Parameters:
  ///   - limits: when to stop; what has been tested by then is answered.
  ///   - progress: told how many of all tests are done.
  /// - Returns: a result for each subject, outage and period, in that order; only a stop leaves some out.
  /// - Throws: where no thread can be had.
  public func run(
    _ subjects: [Subject], against outages: [Outage], limits: SolveLimits = SolveLimits(),
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(GLPKError) -> [StressRecord.Result] {
    let periods = network.dataset.settings.periods.count
    let chunks = stride(from: 0, to: outages.count, by: Self.chunk).map {
      $0..<min($0 + Self.chunk, outages.count)
    }
    var tasks: [Work] = []
    for subject in subjects.indices {
      for period in 0..<periods {
        tasks += chunks.map { Work(subject: subject, period: period, outages: $0) }
      }
    }
    let effects = outages.map { OutageEffect($0.target, on: network) }
    let found = Mutex<[[Int]: StressRecord.Result]>([:])
    let all = subjects.count * outages.count * periods
    let pool = try SolverThreadPool(threads: min(threads, max(1, tasks.count)))
    pool.run(tasks.count) { [self, tasks] number, workspace in
      let work = tasks[number]
      workspace.limits = limits
      let subject = subjects[work.subject]
      let tester = PeriodTest(
        network: network, incidence: incidence, subject: subject, period: work.period,
        in: workspace)
      defer { tester.close() }
      for place in work.outages where limits.stopReason == nil {
        let result = tester.result(of: outages[place], effect: effects[place])
        // What time kept from being solved was not tested.
        if !result.isSolved, limits.stopReason != nil { break }
        let done = found.withLock { found in
          found[[work.subject, place, work.period]] = result
          return found.count
        }
        progress(done, all)
      }
    }
    let results = found.withLock { $0 }
    return results.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// What one thread does in one go.
  private struct Work: Sendable {
    var subject: Int
    var period: Int
    var outages: Range<Int>
  }

  private static let chunk = 40
}
