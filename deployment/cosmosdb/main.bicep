// An account for SentimentAgent, its database and containers, as the service makes them itself where it may.
//   az deployment group create -g GROUP -f main.bicep -p name=ACCOUNT
//   az cosmosdb keys list -g GROUP -n ACCOUNT --query primaryMasterKey -o tsv   (for STORE_PASSWORD_FILE)
// Not run against Azure: see "Not verified" in docs/data-model.md.

@description('Name of the account, unique in all of Azure.')
param name string

param location string = resourceGroup().location

@description('Request units a second that the two containers share at most; a tenth of it is paid for when idle.')
@minValue(1000)
param maxThroughput int = 4000

@description('Name of the database, as in STORE_URL=cosmos:https://ACCOUNT.documents.azure.com:443/DATABASE.')
param database string = 'sentimentagent'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: name
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0 }]
    // Several instances read what one writes, by a version that they ask for: none may read an older one of its documents.
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    minimalTlsVersion: 'Tls12'
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }
}

resource db 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: account
  name: database
  properties: {
    resource: { id: database }
    options: { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

// No time to live (defaultTtl) on either: what expires must leave the tally of its hour and enter that of its day in the same transaction.
resource items 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = {
  parent: db
  name: 'items'
  properties: {
    resource: {
      id: 'items'
      partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 }
      indexingPolicy: loadJsonContent('items-indexing.json')
    }
  }
}

resource records 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = {
  parent: db
  name: 'records'
  properties: {
    resource: {
      id: 'records'
      partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 }
      indexingPolicy: loadJsonContent('records-indexing.json')
    }
  }
}

output storeUrl string = 'cosmos:${account.properties.documentEndpoint}${database}'
