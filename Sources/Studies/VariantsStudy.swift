import Foundation
public import SupplyData

/// The variants of a dataset: which there are, and what they change.
public struct VariantsStudy: Sendable {
  /// The variants with their members, in order.
  public struct Listing: Sendable {
    /// Each variant with its members.
    public var variants: [(variant: Variant, members: [VariantMember])]
  }

  /// What a member changes.
  public struct Difference: Sendable {
    /// The member.
    public var member: VariantMember
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

  /// What a member changes. The dataset that it makes is checked too.
  ///
  /// - Throws: what is wrong with it; files are named with their folder.
  public func show(_ name: String) throws(Faults) -> Difference {
    let loaded = try LoadedDataset(folder: folder, changes: DatasetChanges(variant: name))
    return try located { () throws(Faults) in
      let member = try VariantLibrary(folder: folder).member(named: name)
      let patched = try DatasetSource(folder: folder).patched(by: member.patches)
      return Difference(
        member: member, sha256: loaded.dataset.sha256, changes: patched.changes)
    }
  }

  private func located<Result>(_ work: () throws(Faults) -> Result) throws(Faults) -> Result {
    do throws(Faults) { return try work() } catch {
      throw Faults(error.all.map { $0.located(in: folder) })
    }
  }
}
