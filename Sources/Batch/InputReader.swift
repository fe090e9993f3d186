import RunStore
import SupplyData
import TextFiles

/// Reads the files of runs for the store to keep.
struct InputReader {
  /// Name and currency by the bytes of `plan.yaml`, which variants mostly have in common.
  private var known: [[UInt8]: (name: String, currency: String)] = [:]
  private var sources: [String: DatasetSource] = [:]

  /// The files of the run's dataset, with its changes made.
  mutating func input(of run: AskedRun) throws(Faults) -> RunInput {
    let source: DatasetSource
    if let known = sources[run.folder] {
      source = known
    } else {
      source = try DatasetSource(folder: run.folder)
      sources[run.folder] = source
    }
    let patched = try source.patched(by: run.patches)
    let settings = patched.source.files["plan.yaml"] ?? []
    let title = known[settings] ?? title(of: patched)
    known[settings] = title
    return RunInput(
      sha256: run.request.inputSHA256, name: title.name, currency: title.currency,
      files: patched.source.files)
  }

  /// A dataset that is not valid has no title; its worker will say why.
  private func title(of patched: PatchedDataset) -> (name: String, currency: String) {
    guard let settings = try? patched.reading().dataset.settings else { return ("", "") }
    return (settings.name, settings.currency)
  }
}
