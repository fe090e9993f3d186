import SupplyData
public import SupplyNetwork
import TextFiles

/// What becomes of files that claim to be a dataset.
public enum ReadingOutcome: Sendable {
  /// Refused, with reasons.
  case refused
  /// A dataset.
  case valid(Network)
  /// Neither as it must be, and how.
  case wrong(String)

  /// Reads and resolves files.
  public init(of files: [String: [UInt8]]) {
    do throws(Faults) {
      let reading = try Dataset.reading(DatasetSource(files: files))
      let network = try Network(reading.dataset)
      let flaw = (reading.warnings + network.warnings).lazy.compactMap(Self.flaw).first
      self = flaw.map(Self.wrong) ?? .valid(network)
    } catch {
      let flaw = error.all.isEmpty ? "refused without a reason" : nil
      self = (flaw ?? error.all.lazy.compactMap(Self.flaw).first).map(Self.wrong) ?? .refused
    }
  }

  /// What a fault lacks to be of use.
  private static func flaw(of fault: Fault) -> String? {
    if fault.cause.isEmpty || fault.cure.isEmpty { return "no cause or cure: \(fault)" }
    if fault.line < 0 || fault.column < 0 { return "no such place: \(fault)" }
    return fault.file.isEmpty ? "no file: \(fault)" : nil
  }
}
