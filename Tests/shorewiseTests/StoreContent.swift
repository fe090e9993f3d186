import RunStore
import SupplyData

/// What a store holds, in lines that are equal for equal results: all but times, machines and memory.
struct StoreContent: Equatable {
  var lines: [String]

  init(_ path: String) throws {
    let store = try RunStore(path: path, access: .read)
    var lines: [String] = []
    for run in try store.runs() {
      let key = run.request.key
      let axes = run.request.axes.map { "\($0.axis)=\($0.value)" }
      lines.append(
        "run \(run.id) \(key) \(axes) \(run.request.inputSHA256) \(run.status) "
          + "\(run.cost ?? -1) \(run.bound ?? -1) \(run.gap ?? -1) \(run.salesAtRisk ?? -1) "
          + "\(run.uncertainty ?? -1) \(run.measure ?? "") \(run.datasetName) \(run.currency)")
      for (file, bytes) in try store.inputFiles(run.request.inputSHA256).sorted(by: {
        $0.key < $1.key
      }) {
        lines.append("input \(run.id) \(file) \(bytes.count) \(bytes.hashValue)")
      }
      // The plan itself holds the seconds of its solve, its tables do not.
      for (file, bytes) in try store.outputFiles(of: run.id).sorted(by: { $0.key < $1.key }) {
        lines.append(
          "output \(run.id) \(file) \(file.hasSuffix(".json") ? 0 : bytes.hashValue)")
      }
    }
    for plan in try store.plans() { lines.append("\(plan)") }
    for row in try store.facilities() { lines.append("\(row)") }
    for row in try store.mixes() { lines.append("\(row)") }
    for row in try store.frontierBounds() { lines.append("\(row)") }
    self.lines = lines
  }
}
