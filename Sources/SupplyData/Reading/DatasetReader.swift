import TextFiles

/// One reading of a dataset: tables in the order in which they refer to one another, then the rules
/// between rows.
///
/// A table that could not be read stays incomplete; what refers to it is then set aside without a
/// word, so that every fault told is one to cure.
final class DatasetReader {
  let source: DatasetSource
  let log = FaultLog()
  let directory = Directory()

  var settings = SettingsReader.Reading()
  var countries = Table<Country>()
  var groups = Table<GroupMembership>()
  var products = Table<Product>()
  var billsOfMaterials = Table<BillOfMaterialsLine>()
  var facilities = Table<Facility>()
  var capacity = Table<CapacityModule>()
  var production = Table<ProductionRow>()
  var customers = Table<Customer>()
  var demand = Table<DemandRow>()
  var modes = Table<Mode>()
  var lanes = Table<LaneRow>()
  var tariffs = Table<TariffRow>()
  var incentives = Table<Incentive>()
  var buffers = Table<Buffer>()
  var scenarios = Table<Scenario>()
  var disruptions = Table<Disruption>()
  var constraints = Table<PolicyConstraint>()
  var recovery = Table<RecoveryRow>()
  var escalation = Table<EscalationRow>()
  var handling = Table<HandlingRow>()
  var contracts = Table<Contract>()
  var clusters = Table<ClusterRow>()
  var rulesOfOrigin = Table<RuleOfOrigin>()
  var drawback = Table<DrawbackRow>()
  var quotas = Table<TariffQuota>()
  var returns = Table<ReturnRow>()
  var coproducts = Table<CoproductRow>()

  init(_ source: DatasetSource) {
    self.source = source
  }

  /// Reads and checks everything.
  func read() throws(Faults) -> DatasetReading {
    checkFiles()
    readSettings()
    readPlaces()
    readGoods()
    let selectors = makeSelectorReader()
    readCircularGoods(selectors)
    readTransport(selectors)
    readTrade(selectors)
    readCosts(selectors)
    readPolicies(selectors)
    readRisks(selectors)
    checkRules()
    guard !log.hasErrors else { throw Faults(log.all()) }
    let dataset = dataset()
    checkOutages(of: dataset)
    guard !log.hasErrors else { throw Faults(log.all()) }
    checkPlausibility(of: dataset)
    return DatasetReading(dataset: dataset, warnings: Faults(log.all()).all)
  }

  private func readSettings() {
    var reader = SettingsReader(source, log, directory)
    settings = reader.read()
  }

  private func dataset() -> Dataset {
    Dataset(
      settings: settings.settings, countries: countries.rows, groups: groups.rows,
      products: products.rows, billsOfMaterials: billsOfMaterials.rows,
      facilities: facilities.rows, capacity: capacity.rows, production: production.rows,
      customers: customers.rows, demand: demand.rows, modes: modes.rows, lanes: lanes.rows,
      tariffs: tariffs.rows, incentives: incentives.rows, buffers: buffers.rows,
      scenarios: scenarios.rows, disruptions: disruptions.rows, constraints: constraints.rows,
      recovery: recovery.rows, escalation: escalation.rows, handling: handling.rows,
      contracts: contracts.rows, clusters: clusters.rows, rulesOfOrigin: rulesOfOrigin.rows,
      drawback: drawback.rows, quotas: quotas.rows, returns: returns.rows,
      coproducts: coproducts.rows, sha256: source.sha256)
  }
}

extension DatasetReader {
  /// Reads a table, row by row.
  func read<Row>(_ schema: TableSchema, _ row: (RowReader) -> Row) -> Table<Row> {
    var table = Table<Row>()
    guard let bytes = source.files[schema.file] else {
      // An absent optional table is complete: it holds nothing. What is wrong otherwise has been
      // told.
      table.isComplete = !schema.isRequired && !source.isUnreadable(schema.file)
      return table
    }
    var header = HeaderReader(schema: schema, bytes: bytes, log: log)
    guard let text = header.read() else {
      table.isComplete = false
      return table
    }
    table.text = text
    let reader = RowReader(text, from: header.scanner, log)
    while reader.next() {
      table.rows.append(row(reader))
      table.places.append(reader.place)
    }
    let hasAllColumns = schema.columns.allSatisfy {
      schema.optionalColumns.contains($0) || text.index(of: $0) != nil
    }
    table.isComplete = !reader.hasFailed && hasAllColumns
    if TableSchema.populated.contains(schema.file), table.rows.isEmpty, table.isComplete {
      log.add(
        schema.file, "the table has no rows", cure: "There is nothing to plan without: add a row.")
    }
    return table
  }

  /// Reports a fault in a row that has been read.
  func refuse<Row>(
    _ table: Table<Row>, _ place: RowPlace, _ column: String, _ cause: @autoclosure () -> String,
    cure: @autoclosure () -> String, severity: Fault.Severity = .error
  ) {
    guard let text = table.text else { return }
    guard !log.isFull(text.file) else {
      log.count(text.file, severity)
      return
    }
    log.add(
      text.file, at: text.position(of: column, at: place), cause(), cure: cure(), severity: severity
    )
  }
}
