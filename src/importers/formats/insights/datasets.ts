/** The Insights datasets that are known, each with all columns it can have (catalogue of February 2024). */

export const INSIGHTS_DATASETS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'SeatsSubscriptionsAndRevenue',
    words(`
      PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate SubscriptionState Month IsAutoRenew
      CustomerName CustomerTenantId CustomerTpid DUNSNumber CustomerSegment TopSegment CustomerMarket
      ReportingProductName Product ProductFamily PricingLevelName DetailPricingLevelName RawProductName
      ProductPartNumber SKU RevSumDivisionName SolutionArea MPNId PartnerName PartnerLocation
      PartnerAttributionType SalesChannel EnrollmentNumber IsDuplicateRowForPGA SubscriptionStartMonth
      ResellerID ResellerName PartnerOneSubID PartnerOneSubCountry IsCloud IndustryName VerticalName EOU
      AvailableSeatsEOP SubscriptionCount AvailableSeats TotalAssignedSeats BilledRevenueUSD CustomerCount
      CustomerTenantCount AzureConsumedRevenueUSD CPORRevenue CPORPaidSeats CPORActiveUsers
    `),
  ],
  [
    'CustomersAndTenants',
    words(`
      PGAMpnId MpnId PartnerName CustomerName CustomerTpid DUNSNumber CustomerSegment TopSegment
      CustomerMarket CustomerStatus CustomerTenantId CustomerTenantName CustomerTenantCountry TenantDomainName
      Product RawProductName SKU Month PartnerLocation PartnerAttributionType SalesChannel
      IsDuplicateRowForPGA PartnerOneSubID PartnerOneSubCountry SubSegment IndustryName VerticalName EOU
      CustomerCount CustomerTenantCount AvailableSeats BilledRevenueUSD AzureConsumedRevenueUSD CPORRevenue
      CPORPaidSeats CPORActiveUsers AssignedSeats
    `),
  ],
  [
    'AzureUsage',
    words(`
      PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate FirstUseDate SubscriptionState Month
      ServiceLevel1 ServiceLevel2 ServiceLevel3 ServiceLevel4 ServiceInfluencer ServiceGroup2 ServiceGroup3
      ComputeOS ComputeOSAttribute ComputeCoreSoftware UsageUnits UsageQuantity CustomerName CustomerTenantId
      CustomerTenantName CustomerTpid CustomerSegment CustomerMarket MPNId PartnerName PartnerLocation
      PartnerAttributionType SalesChannel EnrollmentNumber IsACRDuplicateAtPGALevel ResellerID ResellerName
      IndustryName VerticalName AdminType MonthlySubscriptionLevelACR PartnerOneSubID PartnerOneSubCountry
      ParticipantPublicCustomerNumber PCNSubsidiaryName PCNPartnerName IsDuplicateAtMpnLevel
      IsDuplicateAtPgaAttributionTypeLevel AI_OfferType EOU SubscriptionCount ACR_USD CustomerCount
      CustomerTenantCount
    `),
  ],
  [
    'OfficeUsage',
    words(`
      PGAMpnId CustomerTenantId CustomerTpid WorkloadName Month PaidAvailableUnits MonthlyActiveUsers
      CustomerName CustomerMarket CustomerSegment MPNId PartnerName PartnerLocation PartnerAttributionType
      IsDuplicateRowForPGA IndustryName VerticalName EOU CustomerCount CustomerTenantCount
      TotalPaidAvailableUnits TotalMonthlyActiveUsers
    `),
  ],
  [
    'ResellerPerformance',
    words(`
      PGAMpnId ResellerMpnid ResellerName ResellerMarket IndirectProviderMPNId IndirectProviderName Month
      Product SubscriptionID AvailableSeats AssignedSeats BilledRevenueUSD CustomerName CustomerTPid
      CustomerSegment CustomerMarket ResellerStatus IndustryName VerticalName EOU CustomerCount ResellersCount
      SubscriptionCount TotalAvailableSeats TotalAssignedSeats TotalRevenue
    `),
  ],
  [
    'CSPRevenueDetails',
    words(`
      PGAMpnId PartnerName MPNId CustomerName CustomerID CustomerTenantId MonthKey SubscriptionID
      ReportingPricingLevel DetailPricingLevelName SummaryPricingLevel PartnerAttributionType
      ProductPartNumber Product IsDuplicateRowForPGA BilledRevenueUSD
    `),
  ],
  [
    'DynamicsUsage',
    words(`
      PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate SubscriptionStatus Month
      RevSumDivisionName RevSumCategoryName SKU SKUId FreeVsPaidSKU SalesModel DetailedSalesModel CustomerName
      CustomerTenantId CustomerTpid CustomerSegment CustomerMarket MPNId PartnerName PartnerLocation
      PartnerAttachType AvailableSeats AssignedSeats ActiveSeats DeploymentOpportunity ActiveUsagePercent
      IndustryName VerticalName EOU SubscriptionCount TotalAssignedSeats TotalSoldSeats TotalActiveSeats
      CustomerCount CustomerTenantCount
    `),
  ],
  [
    'PowerBIUsage',
    words(`
      PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate SubscriptionStatus Month SKU SKUId
      FreeVsPaidSKU SalesModel DetailedSalesModel CustomerName CustomerTenantId CustomerTpid CustomerSegment
      CustomerMarket MPNId PartnerName PartnerLocation PartnerAttachType PartnerHierarchy AvailableSeats
      AssignedSeats ActiveSeats DeploymentOpportunity ActiveUsagePercent IndustryName VerticalName EOU
      SubscriptionCount TotalAssignedSeats TotalAvailableSeats TotalActiveSeats CustomerCount
      CustomerTenantCount
    `),
  ],
  [
    'EMSUsage',
    words(`
      PGAMpnId IsDuplicateRowForPGA SubscriptionId SubscriptionStartDate SubscriptionEndDate
      SubscriptionStatus Month SKU SKUId FreeVsPaidSKU SalesModel DetailedSalesModel CustomerName
      CustomerTenantId CustomerTpid CustomerSegment CustomerMarket MPNId PartnerName PartnerLocation
      PartnerAttachType PartnerHierarchy PaidAvailableUnits MonthlyActiveUsers AADPPaidAvailableUnits
      IntunePaidAvailableUnits AzipPaidAvailableUnits AATPPaidAvailableUnits MCASPaidAvailableUnits
      MIGPaidAvailableUnits MDOPaidAvailableUnits MDEPaidAvailableUnits AADPMonthlyActiveUsers
      IntuneMonthlyActiveUsers AzipMonthlyActiveUsers AATPMonthlyActiveUsers MCASMonthlyActiveUsers
      MIGMonthlyActiveUsers MDOMonthlyActiveUsers MDEMonthlyActiveUsers MDM MAM SSPR MFA SSO
      CustomerTenantName SubscriptionCount CustomerCount CustomerTenantCount TotalPaidAvailableUnits
      TotalAADPPaidAvailableUnits TotalIntunePaidAvailableUnits TotalAzipPaidAvailableUnits
      TotalAATPPaidAvailableUnits TotalMCASPaidAvailableUnits TotalMIGPaidAvailableUnits
      TotalMDOPaidAvailableUnits TotalMDEPaidAvailableUnits TotalMonthlyActiveUsers
      TotalAADPMonthlyActiveUsers TotalIntuneMonthlyActiveUsers TotalAzipMonthlyActiveUsers
      TotalAATPMonthlyActiveUsers TotalMCASMonthlyActiveUsers TotalMIGMonthlyActiveUsers
      TotalMDOMonthlyActiveUsers TotalMDEMonthlyActiveUsers
    `),
  ],
]);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
