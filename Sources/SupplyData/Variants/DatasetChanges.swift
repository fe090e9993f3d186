public import TextFiles

/// What is asked to be different from a dataset's files: a variant, and single changes after it.
public struct DatasetChanges: Sendable, Equatable {
  /// The name of a variant, or of a member of its sweep.
  public var variant: String?
  /// Changes such as `tariffs[layer=reciprocal].rate*=1.5`, in order.
  public var sets: [String]

  /// Creates changes; without any the dataset is as its files are.
  public init(variant: String? = nil, sets: [String] = []) {
    self.variant = variant
    self.sets = sets
  }

  /// Whether nothing is to be different.
  public var isEmpty: Bool { variant == nil && sets.isEmpty }

  /// The files of the dataset in `folder` with the changes made.
  ///
  /// - Throws: all that is wrong with the changes, or the folder itself.
  public func patched(folder: String) throws(Faults) -> PatchedDataset {
    let run = PatchRun(try DatasetSource(folder: folder))
    var faults: [Fault] = []
    do throws(Faults) {
      if let variant {
        try VariantLibrary(folder: folder, neededBy: variant).member(named: variant)
          .patches.forEach(run.apply)
      }
    } catch {
      faults += error.all
    }
    for set in sets {
      do throws(Faults) {
        run.apply(try SetExpression.patch(set))
      } catch {
        faults += error.all
      }
    }
    // A slip in one change does not hide those in others.
    guard faults.isEmpty else { throw Faults(faults + run.log.all()) }
    return try run.finish()
  }
}
