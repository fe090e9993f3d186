import Foundation
public import RunStore
import SupplyData
import SupplyPlan
import TextFiles

/// A run that a batch is asked for, before the store is looked at.
public struct AskedRun: Sendable {
  /// What is asked.
  var request: RunRequest
  /// The dataset's folder.
  var folder: String
  /// What is different from its files.
  var patches: [Patch]

  /// What tells the run from others.
  public var key: RunRequest.Key { request.key }
}

/// From datasets and variants to single runs.
struct BatchExpansion {
  let request: BatchRequest

  /// All runs: by dataset, the dataset as its files are first, then its variants in the order of their names and sweeps.
  ///
  /// - Throws: all that is wrong with any of them, be it the name of a variant or a patch that matches nothing; files
  ///   are named with their folder.
  func runs() throws(Faults) -> [AskedRun] {
    var runs: [AskedRun] = []
    var faults: [Fault] = []
    for folder in unique(request.datasets) {
      do throws(Faults) {
        runs += try self.runs(of: folder)
      } catch {
        faults += error.all.map { $0.located(in: folder) }
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return runs
  }

  private func runs(of folder: String) throws(Faults) -> [AskedRun] {
    let source = try DatasetSource(folder: folder)
    var faults: [Fault] = []
    var sets: [Patch] = []
    for set in request.sets {
      do throws(Faults) { sets.append(try SetExpression.patch(set)) } catch { faults += error.all }
    }
    let members = try self.members(of: folder)
    let dataset = RelativePath.path(of: folder, from: RelativePath.folder(of: request.store))
    var runs: [AskedRun] = []
    for member in members {
      let patches = (member?.patches ?? []) + sets
      do throws(Faults) {
        let patched = try source.patched(by: patches)
        runs.append(
          AskedRun(
            request: RunRequest(
              key: RunRequest.Key(
                dataset: dataset, variant: member?.name ?? "", command: request.command,
                options: request.sets.flatMap { ["--set", $0] } + request.options),
              sweep: member.flatMap { $0.values.isEmpty ? nil : $0.variant },
              axes: member?.values ?? [], inputSHA256: patched.source.sha256),
            folder: folder, patches: patches))
      } catch {
        // A patch that is wrong in one member of a sweep is wrong in all.
        faults += error.all.filter { !faults.contains($0) }
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return runs
  }

  /// The members that are asked for; `nil` stands for the dataset as its files are.
  private func members(of folder: String) throws(Faults) -> [VariantMember?] {
    let library = VariantLibrary(folder: folder)
    if request.variants.isEmpty { return [nil] + (try library.members()) }
    var members: [VariantMember?] = request.withUnchanged ? [nil] : []
    var faults: [Fault] = []
    for name in unique(request.variants) {
      do throws(Faults) {
        if let sweep = library.variants.first(where: { $0.name == name && $0.sweep != nil }) {
          members += try library.members(of: sweep)
        } else {
          members.append(try library.member(named: name))
        }
      } catch {
        faults += error.all
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    var known: Set<String> = []
    return members.filter { known.insert($0?.name ?? "").inserted }
  }

  private func unique(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }
}
