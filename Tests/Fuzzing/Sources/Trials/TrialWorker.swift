import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tries one seed after another in a process of its own, which may be lost: what it is at stands in a file all the time.
///
/// On its output a line `well N KIND` adds N good outcomes of a kind, and a line `wrong SEED WORDS` tells a bad one.
public struct TrialWorker {
  let trial: any Trial
  let seeds: [UInt64]
  let place: TrialPlace

  /// Creates a worker.
  ///
  /// - Parameter seeds: tried in this order.
  public init(trial: any Trial, seeds: [UInt64], place: TrialPlace) {
    self.trial = trial
    self.seeds = seeds
    self.place = place
  }

  /// Tries the seeds.
  public func run() {
    var counts: [String: Int] = [:]
    var untold = 0
    for seed in seeds {
      place.mark(seed)
      switch trial.outcome(of: seed) {
      case .well(let kind): counts[kind, default: 0] += 1
      case .wrong(let words):
        tell("wrong \(seed) \(words.replacingOccurrences(of: "\n", with: " "))")
      }
      untold += 1
      // A crash takes what has not been told with it: the seeds since then are tried again.
      if untold == 200 || seed == seeds.last {
        for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
          tell("well \(count) \(kind)")
        }
        tell("told \(seed)")
        (counts, untold) = ([:], 0)
      }
    }
  }

  private func tell(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

  /// Makes a request for more memory than `gigabytes` fail, which ends the process.
  public static func limitMemory(gigabytes: Int) {
    var limit = rlimit(
      rlim_cur: rlim_t(gigabytes) << 30, rlim_max: rlim_t(gigabytes) << 30)
    #if canImport(Glibc)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      setrlimit(RLIMIT_AS, &limit)
    #endif
  }
}

/// A file that says which seed is being tried.
public struct TrialPlace: Sendable {
  private let path: String

  /// The file at `path`.
  public init(path: String) { self.path = path }

  /// Begins with `seed`.
  func mark(_ seed: UInt64) {
    // Lost with the process at worst, and then the seeds since the last word are searched.
    try? "\(seed)".write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// The seed that is being tried.
  var seed: UInt64? { (try? String(contentsOfFile: path, encoding: .utf8)).flatMap(UInt64.init) }
}
