import Foundation
import ResultFolders
public import SupplyData
public import TextFiles

/// The variants of a dataset: which there are, and what they change.
public struct VariantsStudy: Sendable {
  /// The variants with their members, in order.
  public struct Listing: Sendable {
    /// Each variant with its members.
    public var variants: [(variant: Variant, members: [VariantMember])]
  }

  /// What a member, and single changes after it, change.
  public struct Difference: Sendable {
    /// The member; `nil` where there are single changes alone.
    public var member: VariantMember?
    /// The single changes.
    public var sets: [String]
    /// The SHA-256 of the dataset with its changes.
    public var sha256: String
    /// The rows that differ.
    public var changes: [PatchedDataset.Change]
  }

  /// The dataset's folder.
  public var folder: String

  /// - Parameter folder: the dataset's folder.
  public init(folder: String) { self.folder = folder }

  /// The variants.
  ///
  /// - Throws: all that is wrong with any of them; files are named with their folder.
  public func list() throws(Faults) -> Listing {
    try located { () throws(Faults) in
      // A folder that is not there has no variants either, which would hide a slip in its name.
      _ = try DatasetSource(folder: folder)
      let library = VariantLibrary(folder: folder)
      let members = Dictionary(grouping: try library.members(), by: \.variant)
      return Listing(variants: library.variants.map { ($0, members[$0.name] ?? []) })
    }
  }

  /// What a member, and single changes after it, change. The dataset that they make is checked too.
  ///
  /// - Throws: what is wrong with it; files are named with their folder.
  public func show(_ changes: DatasetChanges) throws(Faults) -> Difference {
    let loaded = try LoadedDataset(folder: folder, changes: changes)
    return try located { () throws(Faults) in
      var member: VariantMember?
      if let name = changes.variant {
        member = try VariantLibrary(folder: folder, neededBy: name).member(named: name)
      }
      return Difference(
        member: member, sets: changes.sets, sha256: loaded.dataset.sha256,
        changes: try changes.patched(folder: folder).changes)
    }
  }

  private func located<Result>(_ work: () throws(Faults) -> Result) throws(Faults) -> Result {
    do throws(Faults) { return try work() } catch {
      throw Faults(error.all.map { $0.located(in: folder) })
    }
  }
}
