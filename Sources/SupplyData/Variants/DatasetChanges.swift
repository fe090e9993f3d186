/// What is asked to be different from a dataset's files: a variant, and single changes after it.
public struct DatasetChanges: Sendable, Equatable {
  /// The name of a variant, or of a member of its sweep.
  public var variant: String?
  /// Changes such as `tariffs[layer=reciprocal].rate*=1.5`, in order.
  public var sets: [String]

  /// Puts changes together; without any the dataset is as its files are.
  public init(variant: String? = nil, sets: [String] = []) {
    self.variant = variant
    self.sets = sets
  }

  /// Whether nothing is to be different.
  public var isEmpty: Bool { variant == nil && sets.isEmpty }

  /// The patches that the changes come to, with the variants of the dataset in `folder`.
  ///
  /// - Throws: all that is wrong with the variant and the single changes.
  public func patches(folder: String) throws(Faults) -> [Patch] {
    var patches: [Patch] = []
    var faults: [Fault] = []
    do throws(Faults) {
      if let variant {
        patches = try VariantLibrary(folder: folder).member(named: variant).patches
      }
    } catch {
      faults += error.all
    }
    for set in sets {
      do throws(Faults) {
        patches.append(try SetExpression.patch(set))
      } catch {
        faults += error.all
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return patches
  }

  /// The files of the dataset in `folder` with the changes made.
  ///
  /// - Throws: all that is wrong with the changes, or the folder itself.
  public func patched(folder: String) throws(Faults) -> PatchedDataset {
    let source = try DatasetSource(folder: folder)
    return try source.patched(by: try patches(folder: folder))
  }
}
