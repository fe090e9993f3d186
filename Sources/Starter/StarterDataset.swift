public import DatasetWriting
import TextFiles

/// The dataset that a new project starts with: small, complete, and explained in its own files.
///
/// It has every table and column that a first model needs, and its README names the others, so that whoever replaces its figures has
/// seen what there is to say.
public enum StarterDataset {
  /// The files, in the order of their paths.
  ///
  /// - Parameter title: the `name` of `plan.yaml`, any text of one line.
  public static func files(title: String) -> [DatasetFile] {
    return resources.map { path, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard path == "plan.yaml" else { return DatasetFile(path: path, text: text) }
      return DatasetFile(
        path: path,
        text: text.replacing(titleLine, with: "name: \(YAMLScalar.quoted(title))\n"))
    }
  }

  /// The line of `plan.yaml` that gives way to the title asked for.
  private static let titleLine = "name: Starter\n"

  private static let resources: [(path: String, bytes: [UInt8])] = [
    ("README.md", PackageResources.README_md),
    ("bills_of_materials.csv", PackageResources.bills_of_materials_csv),
    ("buffers.csv", PackageResources.buffers_csv),
    ("capacity.csv", PackageResources.capacity_csv),
    ("constraints.csv", PackageResources.constraints_csv),
    ("countries.csv", PackageResources.countries_csv),
    ("customers.csv", PackageResources.customers_csv),
    ("demand.csv", PackageResources.demand_csv),
    ("disruptions.csv", PackageResources.disruptions_csv),
    ("facilities.csv", PackageResources.facilities_csv),
    ("groups.csv", PackageResources.groups_csv),
    ("incentives.csv", PackageResources.incentives_csv),
    ("lanes.csv", PackageResources.lanes_csv),
    ("modes.csv", PackageResources.modes_csv),
    ("plan.yaml", PackageResources.plan_yaml),
    ("production.csv", PackageResources.production_csv),
    ("products.csv", PackageResources.products_csv),
    ("recovery.csv", PackageResources.recovery_csv),
    ("scenarios.csv", PackageResources.scenarios_csv),
    ("tariffs.csv", PackageResources.tariffs_csv),
    ("variants/dearer-imports.yaml", PackageResources.dearer_imports_yaml),
  ]
}
