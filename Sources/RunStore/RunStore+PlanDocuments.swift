import SupplyData
public import SupplyPlan
public import TextFiles

extension RunStore {
  /// The plans of a run as their `plan.json` says them, without flows, production and draws, in the order of files.
  ///
  /// - Throws: what cannot be read in the store, or in a plan.
  public func planDocuments(of run: Int64) throws(Faults) -> [(file: String, plan: Plan)] {
    let documents = try outputFiles(of: run, like: "%plan.json")
    var plans: [(file: String, plan: Plan)] = []
    for (file, bytes) in documents.sorted(by: { $0.key < $1.key }) {
      plans.append((file, try Plan.readDocument(bytes, file: "\(path): run \(run): \(file)")))
    }
    return plans
  }
}
