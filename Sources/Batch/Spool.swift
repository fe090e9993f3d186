import Foundation
import RunStore
import SupplyData
import SupplyPlan
import TextFiles

/// The folder through which results come: workers write there, and the owner of the store takes them from there.
///
/// ```
/// SPOOL/7/result/…      what the command wrote for run 7
/// SPOOL/7/log           what it said
/// SPOOL/7/outcome.json  how it ended; written last, and whole
/// ```
/// A result that stands here is safe: if the owner dies before it has taken it, the next one does.
struct Spool: Sendable, Equatable {
  static let outcomeFile = "outcome.json"

  /// The folder's path.
  var path: String

  /// - Parameter path: the folder's path; it need not be there.
  init(_ path: String) { self.path = path }

  /// The folder of a run.
  func folder(of run: Int64) -> String { "\(path)/\(run)" }
  /// The folder that the run's command writes to.
  func resultFolder(of run: Int64) -> String { "\(folder(of: run))/result" }
  /// The file of what it says.
  func logFile(of run: Int64) -> String { "\(folder(of: run))/log" }

  /// Makes the spool, or an empty folder for a run.
  func prepare(_ run: Int64? = nil) throws(Faults) {
    let place = run.map(folder) ?? path
    do {
      if run != nil { try? FileManager.default.removeItem(atPath: place) }
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    } catch {
      throw Self.fault(place, "the folder cannot be created (\(error.localizedDescription))")
    }
  }

  /// Says that a run has ended; nothing of it may be written afterwards.
  func finish(_ outcome: RunOutcome) throws(Faults) {
    try write(outcome, to: "\(folder(of: outcome.run))/\(Self.outcomeFile)")
  }

  /// Writes a value as a JSON file.
  func write(_ value: some Encodable, to file: String) throws(Faults) {
    let bytes: Data
    do { bytes = try JSONEncoder().encode(value) } catch {
      throw Self.fault(file, "the file cannot be written (\(error))")
    }
    try write(bytes, to: file)
  }

  /// Writes a file whole.
  func write(_ bytes: Data, to file: String) throws(Faults) {
    do { try WholeFile.write(bytes, path: file) } catch {
      throw Self.fault(file, error.all.first?.cause ?? "the file cannot be written")
    }
  }

  /// How a run ended; `nil` where it has not.
  func outcome(of run: Int64) -> RunOutcome? {
    FileManager.default.contents(atPath: "\(folder(of: run))/\(Self.outcomeFile)")
      .flatMap { try? JSONDecoder().decode(RunOutcome.self, from: $0) }
  }

  /// The runs that have ended and are still here.
  func ended() -> [Int64] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).compactMap(Int64.init)
      .filter {
        FileManager.default.fileExists(atPath: "\(folder(of: $0))/\(Self.outcomeFile)")
      }.sorted()
  }

  /// Brings the result of a run that has ended into the store, and removes it here.
  ///
  /// - Returns: its outcome as it was kept; `nil` where it has not ended, or was not the batch's.
  @discardableResult
  func take(_ run: Int64, into store: RunStore, batch: String) throws(Faults) -> RunOutcome? {
    guard let outcome = outcome(of: run) else { return nil }
    let kept = try store.record(
      outcome, files: RunFiles(folder: resultFolder(of: run)), batch: batch)
    remove(run)
    return kept
  }

  /// Removes what there is of a run.
  func remove(_ run: Int64) {
    try? FileManager.default.removeItem(atPath: folder(of: run))
  }

  /// Removes the spool.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  static func fault(_ file: String, _ cause: String) -> Faults {
    Faults([
      Fault(
        file: file, cause: cause,
        cure: "Free some space, or make its folder writable, and run the same command again.")
    ])
  }
}
