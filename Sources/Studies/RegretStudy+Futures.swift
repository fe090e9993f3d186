import ResultFolders
import SupplyData
import SupplyPlan
public import TextFiles
import Sensitivity

extension RegretStudy {
  /// Reads futures.
  ///
  /// - Parameters:
  ///   - folders: datasets. Of one its variants are the futures; of several each is one as its files are.
  ///   - names: variants of the dataset, members of sweeps, or sweeps, which stand for all their members; `-` for the
  ///     dataset as its files are. Without any, all variants and the dataset itself.
  ///   - changes: made to every future.
  /// - Throws: all that is wrong with the datasets or their variants, and what keeps them from having one first stage.
  public static func futures(
    folders: [String], names: [String], changes: [String] = []
  ) throws(Faults) -> [Future] {
    var futures: [Future] = []
    var faults: [Fault] = []
    for folder in folders {
      let isSingle = folders.count == 1
      var members: [VariantMember?] = [nil]
      do throws(Faults) {
        if isSingle { members = try self.members(of: folder, names) }
      } catch {
        faults += error.all.map { $0.located(in: folder) }
        continue
      }
      for member in members {
        do throws(Faults) {
          let loaded = try LoadedDataset(
            folder: folder, changes: DatasetChanges(variant: member?.name, sets: changes))
          futures.append(
            Future(
              name: member?.name ?? (isSingle ? "-" : folder), loaded: loaded,
              value: member.flatMap { $0.values.count == 1 ? $0.values[0] : nil }))
        } catch {
          faults += error.all.filter { !faults.contains($0) }
        }
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    guard futures.count > 1 else {
      throw Faults([
        Fault(
          file: folders.first ?? "",
          cause: "there is only one future, so there is nothing to regret",
          cure: "Name two or more with --future, or add variants to the folder 'variants'.")
      ])
    }
    try FutureDifferences.refuse(futures.map { ($0.name, $0.loaded.dataset) })
    return futures
  }

  private static func members(of folder: String, _ names: [String]) throws(Faults)
    -> [VariantMember?]
  {
    let library = VariantLibrary(folder: folder)
    if names.isEmpty { return [nil] + (try library.members()) }
    var members: [VariantMember?] = []
    for name in names {
      if name == "-" {
        members.append(nil)
      } else if let variant = library.variants.first(where: { $0.name == name }) {
        members += try library.members(of: variant) as [VariantMember?]
      } else {
        members.append(try library.member(named: name))
      }
    }
    return members
  }
}
